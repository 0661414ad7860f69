import { describe, expect, it } from "vitest";
import type { Group } from "@/lib/versions/schema";
import { FINISH, forAll, groupKey, sharedAct, toMoveChoices } from "./choices";

const group = (stepId: string | null, over: Partial<Group> = {}): Group => ({
  ...{ versionId: "v1", versionNumber: 1, stepId, stepNumber: 1, stepName: null },
  ...{ count: 3, paused: 0, matchingStepId: stepId, canMove: true, ...over },
});
const groups = [group("a"), group("b"), group(null)];

describe("the choices for people in flight", () => {
  it("are to finish until somebody chooses", () => {
    expect(sharedAct(groups, {})).toBe("finish");
    expect(toMoveChoices(groups, {}).map(({ act }) => act)).toEqual(["finish", "finish", "finish"]);
  });

  it("may be one for everybody, but nobody is moved to a version that does not fit", () => {
    const all = [group("a"), group("b", { canMove: false })];
    const choices = forAll(all, "move");
    expect(choices[groupKey(all[1] as Group)]).toEqual(FINISH);
    expect(sharedAct(all, choices)).toBeNull();
  });

  it("name the step to go on at only where one was chosen", () => {
    const choices = {
      ...forAll(groups, "move"),
      [groupKey(group("b"))]: { act: "move" as const, toStepId: "c" },
    };
    expect(toMoveChoices(groups, choices)).toEqual([
      { versionId: "v1", stepId: "a", act: "move" },
      { versionId: "v1", stepId: "b", act: "move", toStepId: "c" },
      { versionId: "v1", stepId: null, act: "move" },
    ]);
  });
});
