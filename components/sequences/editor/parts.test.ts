import { describe, expect, it } from "vitest";
import type { SequenceDraft } from "@/lib/core/model";
import { emptyDraft } from "@/lib/sequences/schema";
import { changeStep, insertStep, moveStep, newStep, removeStep } from "./draft";
import { changedPart, linesOf, partOfPlace } from "./parts";
import { typedPath } from "./typed-path";

function arrange() {
  let draft = emptyDraft();
  for (let i = 0; i < 3; i++) draft = insertStep(draft, newStep(draft), i);
  const [a = "", b = "", c = ""] = draft.steps.map((step) => step.id);
  return { draft, a, b, c };
}
const say = (draft: SequenceDraft, id: string, text: string) =>
  changeStep(draft, id, { content: { type: "text", text } });

describe("the parts of a run", () => {
  it("stand in the order of the run", () => {
    const { draft, a, b, c } = arrange();
    expect(linesOf(draft)).toEqual(["enters", a, b, c, "stops", "pace", "measure", "defaults"]);
  });

  it("hold the fields that findings are about", () => {
    const { draft, a, b } = arrange();
    expect(partOfPlace(draft, { stepId: b, field: "wait" })).toBe(b);
    expect(partOfPlace(draft, { stepId: null, field: "goal" })).toBe("stops");
    expect(partOfPlace(draft, { stepId: null, field: "steps" })).toBe(a);
    expect(partOfPlace(emptyDraft(), { stepId: null, field: "steps" })).toBe("enters");
  });

  it("are where an undo shows what it has changed", () => {
    const { draft, a, b, c } = arrange();
    const without = removeStep(draft, b);
    expect(changedPart(without, draft)).toBe(b);
    expect(changedPart(draft, without)).toBe(c);
    expect(changedPart(draft, removeStep(draft, c))).toBe(b);
    expect(changedPart(draft, say(draft, a, "Hi"))).toBe(a);
    expect(changedPart(draft, { ...draft, holdoutPercent: 10 })).toBe("measure");
  });

  it("stay shown when only the order has changed", () => {
    const { draft, a } = arrange();
    expect(changedPart(draft, moveStep(draft, a, 1))).toBeNull();
  });
});

describe("what was typed", () => {
  it("is told by the one field that differs", () => {
    const { draft, b } = arrange();
    const first = say(draft, b, "H");
    expect(typedPath(draft, first)).toBe("/steps/1/content/text");
    expect(typedPath(first, say(first, b, "Hi"))).toBe("/steps/1/content/text");
  });

  it("is an act of its own where more than a text differs", () => {
    const { draft, a, b } = arrange();
    expect(typedPath(draft, removeStep(draft, b))).toBeNull();
    expect(typedPath(draft, moveStep(draft, a, 1))).toBeNull();
    expect(typedPath(draft, { ...draft, goal: { event: "paid" } })).toBeNull();
    expect(typedPath(draft, say(say(draft, a, "one"), b, "two"))).toBeNull();
  });
});
