import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import type { VettedFact } from "./model-maestro";
import { answer, NOW } from "./test-facts";
import { MAESTRO } from "./test-maestro";
import { assisted, dataOf, full, says } from "./test-written";

describe("what was approved is held against what is known when it goes out", () => {
  const amount = (value: number): VettedFact => ({
    name: "charge.amount",
    kind: "amount",
    value,
    currency: "BRL",
  });
  const charge = (value: number) => ({
    record: { kind: "charge" as const, id: "c", date: null, values: { amount: value, currency: "BRL" } },
  });

  it("goes out while the facts are what they were", () => {
    expect(says(assisted({ facts: [amount(100)] }, charge(100)))).toBe("Words called approved");
  });

  it("comes back with the fact that changed, and what it was", () => {
    expect(decide(assisted({ facts: [amount(100)] }, charge(80)), NOW)).toMatchObject({
      kind: "return",
      draftId: "draft",
      inboxId: "whatsapp",
      because: {
        code: "facts_changed",
        data: { fact: "charge.amount", before: "100 BRL", after: "80 BRL" },
      },
    });
  });

  it("comes back where another kind of channel has to be used", () => {
    expect(decide(assisted({ channel: "sms" }), NOW)).toMatchObject({
      kind: "return",
      because: { code: "facts_changed", data: { fact: "channel", before: "sms", after: "whatsapp" } },
    });
  });

  it("comes back where the guard finds something today", () => {
    const maestro = { ...MAESTRO, bannedWords: ["approved"] };
    expect(decide(assisted({}, { maestro }), NOW)).toMatchObject({
      kind: "return",
      findings: [{ code: "banned_word", words: "approved" }],
      because: { code: "guard_found" },
    });
  });

  it("comes back where media leaves less room than the guard knows of", () => {
    const media = { kind: "image" as const, url: "https://shop.example/a.png" };
    const content = { type: "rich" as const, text: "Own", quickReplies: [], media };
    const facts = assisted({ text: "So it is. ".repeat(150) }, {}, { content });
    expect(decide(facts, NOW)).toMatchObject({ kind: "return", because: { data: { finding: "too_long" } } });
  });

  it("is written anew once where nobody is asked, and then the step says its own words", () => {
    const changed = { status: "ready" as const, facts: [amount(100)] };
    expect(answer(full(changed, charge(80)))).toBe("return facts_changed");
    const again = full({ ...changed, hasReturned: true }, charge(80));
    expect(says(again)).toBe("Hi Ana");
    expect(dataOf(again)).toMatchObject({ fallback: "guard" });
    expect(answer(full({ ...changed, status: "withdrawn", hasReturned: true }))).toBe("compose draft_needed");
  });
});
