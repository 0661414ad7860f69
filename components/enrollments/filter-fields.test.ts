import { describe, expect, it } from "vitest";
import { filterOf, listQueryOf, withDependents } from "./filter-fields";

describe("the address of the list", () => {
  it("is the same query whatever the order of its parts and whatever else it holds", () => {
    const one = new URLSearchParams("sort=next&run=a&status=active&view=bulk&enroll=&tag=vip");
    const other = new URLSearchParams("tag=vip&status=active&sort=next");
    expect(listQueryOf(one)).toBe(listQueryOf(other));
    expect(listQueryOf(one)).toBe("status=active&tag=vip&sort=next");
  });

  it("forgets the place of a page and what is empty", () => {
    expect(listQueryOf(new URLSearchParams("after=x&before=y&status=&search=+"))).toBe("");
  });

  it("says the filter without the order", () => {
    expect(filterOf("status=ended&reason=replied&sort=ended&order=asc")).toEqual({
      status: "ended",
      reason: "replied",
    });
  });
});

describe("a choice that leaves others without a meaning", () => {
  it("drops version and step with the sequence that they are of, and keeps them with the same one", () => {
    const filter = { sequence: "a", version: "v", step: "s" };
    expect(withDependents(filter, { sequence: "b" })).toEqual({ sequence: "b", version: null, step: null });
    expect(withDependents(filter, { sequence: null })).toEqual({ sequence: null, version: null, step: null });
    expect(withDependents(filter, { sequence: "a" })).toEqual({ sequence: "a" });
  });

  it("lets no reason of an end stand beside a state of live runs, whichever was chosen last", () => {
    expect(withDependents({ status: "active" }, { reason: "replied" })).toEqual({
      reason: "replied",
      status: null,
    });
    expect(withDependents({ status: "ended" }, { reason: "replied" })).toEqual({ reason: "replied" });
    expect(withDependents({ reason: "replied" }, { status: "live" })).toEqual({
      status: "live",
      reason: null,
    });
    expect(withDependents({ reason: "replied" }, { status: "ended" })).toEqual({ status: "ended" });
  });
});
