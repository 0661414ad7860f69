import { describe, expect, it } from "vitest";
import { NOTIFICATION_KINDS } from "@/lib/core/model-maestro";
import { LOCALES } from "@/lib/locale";
import { mailWords } from "@/lib/mailer/words";
import { notificationPath, notificationSentence } from "./words";

const NOW = new Date("2026-03-10T15:00:00Z");
const english = mailWords("notifications", { reader: "en", account: "en" });
const names = { contact: "Ana Souza", sequence: "Open quotes" };

describe("the sentence of a notification", () => {
  it.each(LOCALES.flatMap((locale) => NOTIFICATION_KINDS.map((kind) => [kind, locale] as const)))(
    "of %s in %s is whole, with every name and without",
    (kind, locale) => {
      const t = mailWords("notifications", { reader: locale, account: "en" });
      const whole = notificationSentence(t, { kind, data: { ...names, code: "facts_changed" } }, NOW);
      expect(whole).toContain("Ana Souza");
      for (const sentence of [whole, notificationSentence(t, { kind, data: {} }, NOW)]) {
        expect(sentence).toMatch(/^\p{L}.+\.$/u);
        expect(sentence).not.toMatch(/[{}]|undefined|null|kinds\./);
      }
    },
  );

  it.each([
    ["2026-03-12T16:30:00Z", "skip", "In 49 hours the step is skipped."],
    ["2026-03-10T16:59:00Z", "send_fallback", "In 1 hour the step's own text goes out."],
    ["2026-03-10T15:59:00Z", "skip", "In less than an hour the step is skipped."],
  ])("of a reminder says what happens at %s without a decision", (expiresAt, does, said) => {
    const told = { kind: "draft_reminder" as const, data: { ...names, expiresAt, does } };
    expect(notificationSentence(english, told, NOW)).toBe(
      `A message to Ana Souza in Open quotes still waits for approval. ${said}`,
    );
  });

  it.each([
    ["2026-03-10T15:00:00Z", "skip"],
    ["2026-03-12T15:00:00Z", "keep_waiting"],
    [null, "skip"],
  ])("of a reminder says nothing of it at %s with %s", (expiresAt, does) => {
    const told = { kind: "draft_reminder" as const, data: { ...names, expiresAt, does } };
    expect(notificationSentence(english, told, NOW)).toMatch(/approval\.$/);
  });
});

it("a notification leads to what it is about", () => {
  const data = { draftId: "d", suggestionId: "s", sequenceId: "q", conversationId: "c" };
  expect(NOTIFICATION_KINDS.map((kind) => notificationPath({ kind, data }))).toEqual([
    "approvals?draft=d",
    "approvals?draft=d",
    "approvals?draft=d",
    "approvals?draft=d",
    "sequences/q/ai-enrollment",
    "conversations?thread=c",
  ]);
});
