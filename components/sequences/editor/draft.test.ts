import { describe, expect, it } from "vitest";
import { MAX_STEPS } from "@/lib/core/model";
import { stepSchema } from "@/lib/core/model-schemas";
import { draftSchema, emptyDraft } from "@/lib/sequences/schema";
import {
  changeStep,
  duplicateStep,
  insertStep,
  moveStep,
  newStep,
  newStepId,
  placeStep,
  removeStep,
} from "./draft";

const draftOf = (count: number) => {
  let draft = emptyDraft();
  for (let i = 0; i < count; i++) draft = insertStep(draft, newStep(draft), i);
  return draft;
};
const ids = (draft: ReturnType<typeof emptyDraft>) => draft.steps.map((step) => step.id);

describe("a draft", () => {
  it("gives new steps ids that the schema takes", () => {
    expect(stepSchema.shape.id.safeParse(newStepId()).success).toBe(true);
    expect(newStepId()).not.toBe(newStepId());
  });

  it("lets the first step go out at once and the later ones wait", () => {
    expect(draftOf(2).steps.map((step) => step.wait.amount)).toEqual([0, 2]);
  });

  it("moves a step by one place and stops at the ends", () => {
    const draft = draftOf(3);
    const [a = "", b = "", c = ""] = ids(draft);
    expect(ids(moveStep(draft, a, 1))).toEqual([b, a, c]);
    expect(moveStep(draft, a, -1)).toBe(draft);
    expect(moveStep(draft, c, 1)).toBe(draft);
    expect(moveStep(draft, "unknown", 1)).toBe(draft);
  });

  it("drops a step at any place", () => {
    const draft = draftOf(4);
    const [a = "", b = "", c = "", d = ""] = ids(draft);
    expect(ids(placeStep(draft, a, 2))).toEqual([b, c, a, d]);
    expect(ids(placeStep(draft, d, 0))).toEqual([d, a, b, c]);
    expect(placeStep(draft, b, 1)).toBe(draft);
    expect(placeStep(draft, b, 4)).toBe(draft);
  });

  it("duplicates below, with an id of its own and a wait", () => {
    const draft = draftOf(2);
    const [a = "", b = ""] = ids(draft);
    const copied = duplicateStep(draft, a);
    expect(ids(copied)).toEqual([a, expect.not.stringMatching(`${a}|${b}`), b]);
    expect(copied.steps[1]?.wait).toEqual({ amount: 1, unit: "days" });
  });

  it("puts a removed step back where it was", () => {
    const draft = draftOf(3);
    const [, second] = draft.steps;
    if (!second) throw new Error("A draft of three steps has a second one.");
    expect(insertStep(removeStep(draft, second.id), second, 1)).toEqual(draft);
  });

  it("never grows over the limit", () => {
    const full = draftOf(MAX_STEPS);
    expect(insertStep(full, newStep(full), 0)).toBe(full);
    expect(duplicateStep(full, ids(full)[0] ?? "")).toBe(full);
  });

  it("may be saved half-typed: publishing is where values must be right", () => {
    const draft = draftOf(1);
    const half = changeStep(draft, ids(draft)[0] ?? "", {
      content: { type: "template", template: { name: "Not A Name", language: "", parameters: [""] } },
      wait: { amount: 0, unit: "days", at: "" },
    });
    expect(draftSchema.parse({ ...half, goal: { event: "Half typed" } })).toMatchObject({
      steps: half.steps,
    });
  });

  it("is refused when two steps share an id, which claims and reports rely on", () => {
    const draft = draftOf(1);
    expect(draftSchema.safeParse({ ...draft, steps: [...draft.steps, ...draft.steps] }).success).toBe(false);
  });
});
