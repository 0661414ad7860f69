import { describe, expect, it } from "vitest";
import { clashesOf, type LiveRun } from "./run-clashes";

const run = (id: string, over: Partial<LiveRun> = {}): LiveRun => ({
  id,
  sequenceId: "s",
  sequenceName: "S",
  link: null,
  group: null,
  priority: "normal",
  stepsPassed: 0,
  enrolledAt: new Date(0),
  ...over,
});
const told = (runs: LiveRun[]) => clashesOf(runs).map(({ kept, ended }) => [kept.id, ended.id]);

describe("clashesOf", () => {
  it("lets the run stay that is further along, then the earlier one", () => {
    expect(told([run("a"), run("b", { stepsPassed: 2 })])).toEqual([["b", "a"]]);
    expect(told([run("a", { enrolledAt: new Date(5) }), run("b")])).toEqual([["b", "a"]]);
  });

  it("lets runs about different things and of different sequences both stay", () => {
    expect(told([run("a", { link: "1" }), run("b", { link: "2" }), run("c", { sequenceId: "t" })])).toEqual(
      [],
    );
  });

  it("lets one of an exclusivity group stay, by priority before progress", () => {
    const low = run("a", { group: "g", priority: "low", stepsPassed: 5 });
    const high = run("b", { group: "g", priority: "high", sequenceId: "t" });
    expect(told([low, high])).toEqual([["b", "a"]]);
  });

  it("ends each run once, and none by a run that ends itself", () => {
    const runs = [
      run("a", { group: "g", stepsPassed: 1 }),
      run("b", { group: "g", stepsPassed: 2 }),
      run("c", { group: "g", sequenceId: "t", priority: "high" }),
    ];
    expect(told(runs)).toEqual([
      ["b", "a"],
      ["c", "b"],
    ]);
  });
});
