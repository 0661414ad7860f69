import { describe, expect, it } from "vitest";
import { AI_OUTCOMES, AI_PURPOSES } from "@/lib/core/model-maestro";
import { messagesOf } from "@/lib/messages";

const { purposes, outcomes, outcomeText } = messagesOf("en").maestro as unknown as Record<string, object>;

describe("words for calls of a model", () => {
  it.each([
    ["purpose", purposes, AI_PURPOSES],
    ["outcome", outcomes, AI_OUTCOMES],
    ["outcome in a sentence", outcomeText, AI_OUTCOMES],
  ])("cover every %s", (_, words, values) => {
    expect(Object.keys(words ?? {}).sort()).toEqual([...values].sort());
  });
});
