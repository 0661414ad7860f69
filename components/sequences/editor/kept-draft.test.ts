import { describe, expect, it } from "vitest";
import { emptyDraft } from "@/lib/sequences/schema";
import { insertStep, newStep } from "./draft";
import { forget, keep, recall, saysTheSame } from "./kept-draft";

function shelfOf(given: Record<string, string> = {}) {
  const things = new Map(Object.entries(given));
  return {
    getItem: (key: string) => things.get(key) ?? null,
    setItem: (key: string, value: string) => void things.set(key, value),
    removeItem: (key: string) => void things.delete(key),
  };
}
const draft = insertStep(emptyDraft(), newStep(emptyDraft()), 0);
const kept = { draft, revision: 4, at: "2026-11-22T10:00:00Z" };

describe("a draft that is kept in the browser", () => {
  it("comes back as it was, for its own sequence", async () => {
    const shelf = shelfOf();
    keep(shelf, "one", kept);
    expect(await recall(shelf, "one")).toEqual(kept);
    expect(await recall(shelf, "two")).toBeNull();
  });

  it("is gone once it is saved", async () => {
    const shelf = shelfOf();
    keep(shelf, "one", kept);
    forget(shelf, "one");
    expect(await recall(shelf, "one")).toBeNull();
  });

  it("is passed over when it is no draft of this product", async () => {
    const stored = ["{", '{"draft":{},"revision":1,"at":""}', "null", '"text"'];
    expect(
      await Promise.all(stored.map((text) => recall(shelfOf({ "unsaved-draft:one": text }), "one"))),
    ).toEqual([null, null, null, null]);
  });

  it("does no harm where storage is full or switched off", async () => {
    const refuse = () => {
      throw new Error("QuotaExceededError");
    };
    const shelf = { getItem: refuse, setItem: refuse, removeItem: refuse };
    keep(shelf, "one", kept);
    expect(await recall(shelf, "one")).toBeNull();
  });

  it("is told from another one by what it says, not by the order of its keys", () => {
    const turned = Object.fromEntries(Object.entries(draft).reverse()) as typeof draft;
    expect(saysTheSame(draft, turned)).toBe(true);
    expect(saysTheSame(draft, { ...draft, holdoutPercent: 5 })).toBe(false);
  });
});
