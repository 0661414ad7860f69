import { describe, expect, it } from "vitest";
import { exitOf } from "./exits";
import type { Facts } from "./facts";
import { aContact, ago, aSnapshot, someFacts } from "./test-facts";

const enrolledAt = ago(60);
const conversation = { id: "thread", inboxId: "whatsapp", status: "open" as const, resolvedAt: null };
const happened = (name: string, minutes: number) => ({ name, at: ago(minutes), recordId: null, data: {} });
const replied = (minutes: number, conversationId = "thread") =>
  aContact({ lastReply: { at: ago(minutes), conversationId } });
const rules = (onReply: "any_channel" | "same_conversation" | "off", onResolution = true) => ({
  id: "sequence",
  status: "active" as const,
  snapshot: aSnapshot({ exitRules: { onReply, replyDoes: "end", onResolution }, goal: { event: "paid" } }),
});

describe("a run ends", () => {
  it.each<[string, Partial<Omit<Facts, "enrollment">>, string | null]>([
    ["by nothing at all", {}, null],
    ["by a reply", { contact: replied(5) }, "replied"],
    ["not by a reply from before", { contact: replied(61) }, null],
    ["not by the reply that enrolled the contact", { contact: replied(60) }, null],
    ["by a reply on another channel", { conversation, contact: replied(5, "other") }, "replied"],
    [
      "not by one elsewhere when only the thread counts",
      { conversation, contact: replied(5, "other"), sequence: rules("same_conversation") },
      null,
    ],
    [
      "by one in the thread when only that counts",
      { conversation, contact: replied(5), sequence: rules("same_conversation") },
      "replied",
    ],
    [
      "by any reply when no thread is linked",
      { contact: replied(5, "other"), sequence: rules("same_conversation") },
      "replied",
    ],
    ["not by a reply when replies are off", { contact: replied(5), sequence: rules("off") }, null],
    [
      "by the resolution of the thread",
      { conversation: { ...conversation, resolvedAt: ago(5) } },
      "resolved",
    ],
    ["not by a resolution from before", { conversation: { ...conversation, resolvedAt: ago(60) } }, null],
    [
      "not by a resolution when that is off",
      { conversation: { ...conversation, resolvedAt: ago(5) }, sequence: rules("off", false) },
      null,
    ],
    [
      "by its goal",
      { contact: aContact({ goalEvents: [happened("paid", 5)] }), sequence: rules("off") },
      "goal_reached",
    ],
    [
      "not by another event",
      { contact: aContact({ goalEvents: [happened("won", 5)] }), sequence: rules("off") },
      null,
    ],
    [
      "not by a goal from before",
      { contact: aContact({ goalEvents: [happened("paid", 60)] }), sequence: rules("off") },
      null,
    ],
    [
      "by an opt-out from everything, however old",
      { contact: aContact({ suppressions: [{ channel: "all", at: ago(9_999) }] }) },
      "opted_out",
    ],
    [
      "by an opt-out on one channel during the run",
      { contact: aContact({ suppressions: [{ channel: "email", at: ago(5) }] }) },
      "opted_out",
    ],
    [
      "by an opt-out at the moment of the enrollment",
      { contact: aContact({ suppressions: [{ channel: "sms", at: enrolledAt }] }) },
      "opted_out",
    ],
    [
      "not by an earlier opt-out on one channel",
      { contact: aContact({ suppressions: [{ channel: "sms", at: ago(61) }] }) },
      null,
    ],
    ["when the contact is blocked", { contact: aContact({ blockedAt: ago(9_999) }) }, "blocked"],
    ["when the contact is deleted", { contact: aContact({ deletedAt: ago(1) }) }, "stopped"],
    [
      "when the sequence is archived",
      { sequence: { id: "sequence", status: "archived", snapshot: aSnapshot() } },
      "sequence_archived",
    ],
  ])("%s", (_, changes, reason) => {
    expect(exitOf(someFacts({ ...changes, enrollment: { enrolledAt } }))?.reason ?? null).toBe(reason);
  });

  it("by the strongest of several reasons", () => {
    const contact = aContact({
      suppressions: [{ channel: "all", at: ago(1) }],
      lastReply: { at: ago(5), conversationId: "thread" },
    });
    expect(exitOf(someFacts({ contact }))?.reason).toBe("opted_out");
  });
});
