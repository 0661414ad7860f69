import { describe, expect, it } from "vitest";
import { ERROR_RULES as EVOLUTION } from "@/lib/channels/evolution/errors";
import { ERROR_RULES as TWILIO } from "@/lib/channels/twilio/errors";
import { ERROR_RULES as WHATSAPP } from "@/lib/channels/whatsapp-cloud/errors";
import { LOCALES } from "@/lib/locale";
import { messagesOf } from "@/lib/messages";
import { ADVICE, adviceFor } from "./pause-advice";

const numbers = (codes: readonly (number | readonly number[])[]) =>
  codes.flatMap((code) => (typeof code === "number" ? [code] : [...code]));

describe("a pause by the engine", () => {
  it("comes with advice for every code that a provider's table pauses for", () => {
    const codes = [
      ...[...WHATSAPP, ...TWILIO].flatMap((rule) => (rule.do === "pause_inbox" ? numbers(rule.codes) : [])),
      ...EVOLUTION.flatMap((rule) => (rule.do === "pause_inbox" ? [rule.code] : [])),
    ].map(String);
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => adviceFor(code) === "other")).toEqual([]);
  });

  it("says of what nobody knows that the provider's words tell it", () => {
    expect(adviceFor("something-new")).toBe("other");
    expect(adviceFor(null)).toBe("other");
  });

  it.each(LOCALES)("has its words in %s", (locale) => {
    const { inboxes } = messagesOf(locale);
    expect(Object.keys(inboxes?.advice ?? {}).sort()).toEqual([...ADVICE].sort());
  });
});
