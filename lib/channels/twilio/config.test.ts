import { describe, expect, it } from "vitest";
import { twilioConfigSchema } from "./config";
import { ERROR_RULES, failureOf, ruleOf } from "./errors";

const accountSid = `AC${"0".repeat(32)}`;

describe("a Twilio sender", () => {
  it.each([
    ["+15005550006", "+15005550006"],
    [" +1 (500) 555-0006 ", "+15005550006"],
    ["12345", "12345"],
    ["Loja Sol", "Loja Sol"],
    [`MG${"a".repeat(32)}`, `MG${"a".repeat(32)}`],
  ])("may be %j", (sender, expected) => {
    expect(twilioConfigSchema.parse({ accountSid, sender }).sender).toBe(expected);
  });

  it.each([
    "",
    "15005550006123",
    "+0123",
    "A name that is too long",
    "Loja ç",
    "whatsapp:+15005550006",
    "12",
  ])("is never %j", (sender) => {
    expect(twilioConfigSchema.safeParse({ accountSid, sender }).success).toBe(false);
  });

  it.each(["", "AC123", "SK00000000000000000000000000000000", `${accountSid}/../x`])(
    "belongs to no account %j",
    (sid) => {
      expect(twilioConfigSchema.safeParse({ accountSid: sid, sender: "12345" }).success).toBe(false);
    },
  );
});

describe("the table of errors", () => {
  it("has each code once", () => {
    const codes = ERROR_RULES.flatMap((rule) => rule.codes);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("asks a person about a code that it does not have, and knows nothing of none", () => {
    expect(ruleOf(29_999)).toBeNull();
    expect(failureOf(29_999)).toEqual({ reaction: "ask_person" });
    expect(failureOf(null)).toEqual({ reaction: "fail" });
  });

  it("lets a message that Twilio gave up for passing trouble be sent once more", () => {
    expect(failureOf(30_610)).toEqual({ reaction: null, retry: { afterSeconds: 39_600, slows: "contact" } });
    expect(failureOf(30_002)).toEqual({ reaction: "pause_inbox", probeAfterSeconds: null });
  });
});
