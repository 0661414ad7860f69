import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import type { Facts } from "./facts";
import type { DraftExpiry } from "./model-maestro";
import { ago, anEmailInbox, anInbox, answer, NOW } from "./test-facts";
import { aDraft } from "./test-maestro";
import { assisted, type Changes, in10, says, written } from "./test-written";

describe("a draft that nobody decides", () => {
  const HOUR = 60;
  const open = (hours: number) => ({ status: "open" as const, openedAt: ago(hours * HOUR) });
  const withExpiry = (does: DraftExpiry["does"], hours: number, changes: Changes = {}) =>
    written(
      "ai_assisted",
      { draft: aDraft(open(hours)), inboxes: [anEmailInbox()], ...changes },
      {},
      { remindAfterHours: null, expireAfterHours: 10, does },
    );

  it.each<[string, Facts, string]>([
    ["waits until it expires", withExpiry("skip", 4), `wait ${6 * HOUR} approval_pending`],
    ["is skipped then", withExpiry("skip", 10), "skip draft_expired"],
    ["gives way to the step's own words", withExpiry("send_fallback", 10), "send email text"],
    [
      "goes on waiting, looked at each month",
      withExpiry("keep_waiting", 1_000),
      "wait 43200 approval_pending",
    ],
    ["does not expire before its step is due", withExpiry("skip", 50, in10), "wait 10 approval_pending"],
    [
      "expires by the default where the step says nothing",
      assisted({ ...open(71), channel: "email" }, { inboxes: [anEmailInbox()] }),
      `wait ${HOUR} approval_pending`,
    ],
    ["is skipped by the default", assisted(open(72), { inboxes: [anEmailInbox()] }), "skip draft_expired"],
    [
      "waits no longer than the window is open",
      assisted(open(1), { inboxes: [anInbox({ lastInboundAt: ago(20 * HOUR) })] }),
      `wait ${3 * HOUR + 50} approval_pending`,
    ],
  ])("%s", (_, facts, expected) => expect(answer(facts)).toBe(expected));

  it("names in the timeline that its words were not approved in time", () => {
    const facts = withExpiry("send_fallback", 10);
    expect(says(facts)).toBe("Hi Ana");
    expect(decide(facts, NOW)).toMatchObject({
      draft: null,
      because: { data: { composeMode: "ai_assisted", fallback: "expired" } },
    });
  });
});
