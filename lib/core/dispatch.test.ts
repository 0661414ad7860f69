import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import type { Facts } from "./facts";
import type { Step } from "./model";
import {
  aContact,
  ago,
  anEmailInbox,
  anInbox,
  answer,
  aSnapshot,
  aStep,
  NOW,
  STEP_2,
  someFacts,
} from "./test-facts";

const DAY = 1_440;
const withStep = (step: Partial<Step>) => ({ snapshot: aSnapshot({ steps: [aStep(step)] }) });

describe("what a step says", () => {
  const template = {
    name: "reminder",
    language: "en",
    parameters: ["{{ contact.first_name }}"],
    body: "Dear {{1}}",
  };
  const closed = anInbox({ lastInboundAt: ago(2 * DAY) });
  const sent = (facts: Facts) => {
    const decision = decide(facts, NOW);
    if (decision.kind !== "send") throw new Error(decision.because.code);
    return decision;
  };
  const variants = [{ id: STEP_2, weight: 100, content: { type: "text" as const, text: "Second" } }];

  it("is one of its variants, by the sequence and the contact alone", () => {
    const split = withStep({ variants, weight: 100 });
    const said = new Set<string | null>();
    for (let n = 0; n < 20; n++) {
      const contact = aContact({ id: `contact-${n}` });
      const one = sent(someFacts({ sequence: split, contact }));
      const again = sent(someFacts({ sequence: split, contact, enrollment: { id: "another" } }));
      expect(again.variantId).toBe(one.variantId);
      expect(one.content.text).toBe(one.variantId === STEP_2 ? "Second" : "Hi Ana");
      said.add(one.variantId);
    }
    expect(said.size).toBe(2);
  });

  it("is no variant's when the template for a closed window stands in", () => {
    const sequence = withStep({ channel: "whatsapp", variants, windowClosed: { do: "template", template } });
    expect(sent(someFacts({ sequence, inboxes: [closed] }))).toMatchObject({
      variantId: null,
      content: { type: "template", text: "Dear Ana" },
      because: { data: { window: "closed" } },
    });
  });

  it("is a template's free words while the window is open", () => {
    const content = { type: "template" as const, template, openText: "Hey {{ contact.first_name }}" };
    const sequence = withStep({ channel: "whatsapp", content });
    expect(sent(someFacts({ sequence })).content).toEqual({ type: "text", text: "Hey Ana", subject: null });
    expect(sent(someFacts({ sequence, inboxes: [closed] })).content.type).toBe("template");
    const windowless = anInbox({ hasWindow: false });
    expect(sent(someFacts({ sequence, inboxes: [windowless] })).content.type).toBe("template");
  });

  it("follows the closed window's rule when it is rich", () => {
    const content = { type: "rich" as const, text: "Hi", quickReplies: [] };
    const facts = someFacts({ sequence: withStep({ channel: "whatsapp", content }), inboxes: [closed] });
    expect(answer(facts)).toBe("skip window_closed");
  });

  it("is its own content where AI would write it, and tells so", () => {
    const compose = { mode: "ai_full" as const, instruction: "Be kind" };
    const { content, because } = sent(
      someFacts({ sequence: withStep({ compose }), inboxes: [anEmailInbox()] }),
    );
    expect(content.text).toBe("Hi Ana");
    expect(because.data).toMatchObject({ composeMode: "ai_full", fallback: "no_ai" });
  });
});
