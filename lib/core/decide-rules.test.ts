import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import type { RecordFacts } from "./facts";
import type { SequenceSnapshot, SkipRule, Step, Wait } from "./model";
import { NO_INBOX_LIMITS } from "./model-inboxes";
import {
  aContact,
  ago,
  ahead,
  anInbox,
  answer,
  aSnapshot,
  aStep,
  NOW,
  OFFICE,
  someFacts,
  someSettings,
} from "./test-facts";

const DAY = 1_440;
type Changes = NonNullable<Parameters<typeof someFacts>[0]>;
const withStep = (step: Partial<Step>, snapshot: Partial<SequenceSnapshot> = {}) => ({
  snapshot: aSnapshot({ steps: [aStep(step)], ...snapshot }),
});
const charge = (date: RecordFacts["date"], values: RecordFacts["values"] = {}): RecordFacts => ({
  kind: "charge",
  id: "charge",
  date,
  values,
});

describe("a wait that counts from the record's date", () => {
  const relative = (changes: Partial<Wait["relative"]> = {}): Changes["sequence"] =>
    withStep(
      { wait: { amount: 1, unit: "hours", relative: { side: "before", ifPassed: "send", ...changes } } },
      { target: "charge" },
    );
  const inHours = (hours: number) => charge({ at: ahead(hours * 60) });
  it.each<[string, Changes, string]>([
    ["is over at its moment", { sequence: relative(), record: inHours(3) }, "wait 120 not_due"],
    ["is over now", { sequence: relative(), record: inHours(1) }, "send whatsapp text"],
    ["follows the date when it moves", { sequence: relative(), record: inHours(5) }, "wait 240 not_due"],
    [
      "counts after the date too",
      { sequence: relative({ side: "after" }), record: charge({ at: ago(30) }) },
      "wait 30 not_due",
    ],
    ["fails without a record", { sequence: relative(), record: null }, "fail date_missing"],
    ["fails without a date", { sequence: relative(), record: charge(null) }, "fail date_missing"],
    [
      "gives way to a person's own moment",
      { sequence: relative(), record: null, enrollment: { dueAtOverride: ago(1) } },
      "send whatsapp text",
    ],
    // The run arrived at the step an hour ago; one hour before the date was earlier than that.
    [
      "that had passed on arrival sends at once",
      { sequence: relative(), record: inHours(-2) },
      "send whatsapp text",
    ],
    [
      "that had passed on arrival skips",
      { sequence: relative({ ifPassed: "skip" }), record: inHours(-2) },
      "skip date_passed",
    ],
    [
      "that had passed on arrival ends the run",
      { sequence: relative({ ifPassed: "exit" }), record: inHours(-2) },
      "end date_passed date_passed",
    ],
    [
      "that passed after arrival is only due",
      { sequence: relative({ ifPassed: "exit" }), record: inHours(0.5) },
      "send whatsapp text",
    ],
  ])("%s", (_, changes, expected) => {
    expect(answer(someFacts(changes))).toBe(expected);
  });

  it("and sends what had passed as of its arrival, not as of the date", () => {
    const facts = someFacts({ sequence: relative(), record: inHours(-2) });
    expect(decide(facts, NOW).because.data.dueAt).toBe(ago(60).toISOString());
  });
});

describe("a skip rule", () => {
  const rules = (...skipRules: SkipRule[]) => withStep({ channel: "email", skipRules });
  const paid: SkipRule = { when: "condition", variable: "charge.status", operator: "equal", value: "paid" };
  const recent: SkipRule = { when: "messaged_within", hours: 2 };
  const noAddress: SkipRule = { when: "no_address" };
  const noMail = aContact({ email: null });
  it.each<[string, Changes, string]>([
    [
      "that holds skips",
      { sequence: rules(paid), record: charge(null, { status: "paid" }) },
      "skip skip_condition",
    ],
    [
      "that does not hold lets it go",
      { sequence: rules(paid), record: charge(null, { status: "due" }) },
      "send email text",
    ],
    ["about what is not there lets it go", { sequence: rules(paid) }, "send email text"],
    [
      "skips whoever was messaged lately",
      { sequence: rules(recent), contact: aContact({ messagedAt: ago(119) }) },
      "skip messaged_recently",
    ],
    [
      "but not once the hours are over",
      { sequence: rules(recent), contact: aContact({ messagedAt: ago(120) }) },
      "send email text",
    ],
    ["skips without an address", { sequence: rules(noAddress), contact: noMail }, "skip no_address"],
    ["without which such a step fails", { sequence: rules(), contact: noMail }, "fail no_channel"],
    [
      "does not speak of a missing inbox",
      { sequence: rules(noAddress), inboxes: [anInbox()] },
      "fail no_channel",
    ],
    [
      "of several the first that holds",
      { sequence: rules(paid, noAddress, recent), contact: noMail },
      "skip no_address",
    ],
    [
      "waits until the step is due",
      { sequence: rules(noAddress), contact: noMail, enrollment: { waitFromAt: NOW } },
      "wait 10 not_due",
    ],
  ])("%s", (_, changes, expected) => {
    expect(answer(someFacts(changes))).toBe(expected);
  });

  it("says what it saw", () => {
    const facts = someFacts({ sequence: rules(paid), record: charge(null, { status: "Paid" }) });
    const data = { variable: "charge.status", operator: "equal", value: "paid", found: "Paid" };
    expect(decide(facts, NOW).because.data).toEqual(data);
  });
});

describe("the end of a sequence", () => {
  const until = (endsOn: string, step: Partial<Step> = {}) => ({ sequence: withStep(step, { endsOn }) });
  it.each<[string, Changes, string]>([
    ["comes after its last day", until("2026-11-17"), "end expired sequence_over"],
    ["leaves the last day", until("2026-11-18"), "send whatsapp text"],
    [
      "ends a wait that would be longer, at midnight in the account's zone",
      until("2026-11-18", { wait: { amount: 9, unit: "days" } }),
      "wait 720 not_due",
    ],
    [
      "yields to a stronger exit",
      { ...until("2026-11-17"), contact: aContact({ blockedAt: ago(1) }) },
      "end blocked blocked",
    ],
    [
      "yields to a pause",
      { ...until("2026-11-17"), enrollment: { status: "paused" } },
      `wait ${30 * DAY} run_paused`,
    ],
    [
      "finds a finished run completed",
      { ...until("2026-11-17"), enrollment: { stepId: null }, sentAny: true },
      "end completed no_step_left",
    ],
    [
      "leaves the answer of a provider to be recorded",
      { ...until("2026-11-17"), current: { status: "sent", claimedAt: ago(1), retryAt: null, attempts: 1 } },
      "skip already_recorded",
    ],
  ])("%s", (_, changes, expected) => {
    expect(answer(someFacts(changes))).toBe(expected);
  });
});

describe("a run that is held out", () => {
  const held = (stepId?: string | null): Changes => ({
    enrollment: { isHoldout: true, ...(stepId !== undefined && { stepId }) },
  });
  it.each<[string, Changes, string]>([
    ["gets nothing", held(), "skip holdout"],
    ["at the moments of the others", { enrollment: { isHoldout: true, waitFromAt: NOW } }, "wait 10 not_due"],
    ["completes without having been undeliverable", held(null), "end completed holdout"],
    [
      "ends like any other",
      { ...held(), contact: aContact({ lastReply: { at: ago(5), conversationId: "x" } }) },
      "end replied replied",
    ],
  ])("%s", (_, changes, expected) => {
    expect(answer(someFacts(changes))).toBe(expected);
  });
});

describe("limits", () => {
  const sentTwice = aContact({ sends: [ago(300), ago(100)] });
  const limits = (perDay: number) => ({ perDay, perWeek: null, gapMinutes: null });
  const full = { minute: null, hour: { from: new Date("2026-11-18T15:00:00Z"), count: 9 }, day: null };
  const busy = anInbox({ limits: { ...NO_INBOX_LIMITS, perHour: 9 }, used: full });
  it.each<[string, Changes, string]>([
    [
      "of the account defer",
      { contact: sentTwice, settings: someSettings({ limits: limits(2) }) },
      `wait ${DAY - 300} contact_limit`,
    ],
    [
      "of the sequence defer",
      { contact: sentTwice, sequence: withStep({}, { limits: limits(1) }) },
      `wait ${DAY - 100} contact_limit`,
    ],
    [
      "that leave room do not",
      { contact: sentTwice, settings: someSettings({ limits: limits(3) }) },
      "send whatsapp text",
    ],
    [
      "come after quiet hours",
      { contact: sentTwice, settings: someSettings({ limits: limits(1), sendingHours: [] }) },
      "end failed no_open_day",
    ],
    [
      "come before the words",
      {
        contact: sentTwice,
        settings: someSettings({ limits: limits(1) }),
        sequence: withStep({ content: { type: "text", text: "{{ contact.plan }}" } }),
      },
      `wait ${DAY - 100} contact_limit`,
    ],
  ])("%s", (_, changes, expected) => {
    expect(answer(someFacts(changes))).toBe(expected);
  });

  it("of an inbox defer to the next hour and say what was seen", () => {
    const decision = decide(someFacts({ inboxes: [busy] }), NOW);
    if (decision.kind !== "wait") throw new Error(decision.kind);
    expect(decision.until.getTime()).toBeGreaterThanOrEqual(ahead(60).getTime());
    expect(decision.because).toEqual({
      code: "inbox_limit",
      data: { span: "hour", limit: 9, used: 9, ahead: 0, inbox: "WhatsApp", inboxId: "whatsapp" },
    });
  });

  it("defer into quiet hours, which then defer once more", () => {
    const settings = someSettings({ limits: { ...limits(1), gapMinutes: 600 }, sendingHours: OFFICE });
    const facts = someFacts({ contact: aContact({ sends: [ago(60)] }), settings });
    const first = decide(facts, NOW);
    if (first.kind !== "wait") throw new Error(first.kind);
    expect(first.because.code).toBe("contact_limit");
    const atNight = decide({ ...facts, contact: aContact() }, new Date("2026-11-19T01:00:00Z"));
    expect(atNight.because.code).toBe("quiet_hours");
  });
});

describe("a run that was called for a place a moment ahead", () => {
  const at = new Date("2026-11-18T21:00:00Z");
  const called = new Date(at.getTime() - 400);
  const inbox = anInbox({
    lastInboundAt: new Date("2026-11-18T20:00:00Z"),
    limits: { ...NO_INBOX_LIMITS, perSecond: 1 },
    pace: { ...anInbox().pace, isQueued: true, queued: 1 },
  });
  const facts = (changes: Changes = {}) =>
    someFacts({
      inboxes: [inbox],
      ...changes,
      enrollment: { ticket: { inboxId: inbox.id, at }, ...changes.enrollment },
    });
  const hours = (from: string, to: string): Changes => ({
    settings: someSettings({
      timeZone: "UTC",
      sendingHours: Array.from({ length: 7 }, () => [{ from, to }]),
    }),
  });
  it.each<[string, Changes, string]>([
    ["sends in it", {}, "send"],
    ["sends in it where the hours open by then", hours("21:00", "22:00"), "send"],
    ["does not where the hours are over by then", hours("09:00", "21:00"), "wait"],
    ["passes the step at that moment", withMissing(), "wait"],
  ])("%s", (_, changes, kind) => {
    const dueAtOverride = new Date("2026-11-17T21:30:00Z");
    const decision = decide(facts({ ...changes, enrollment: { dueAtOverride } }), called);
    expect(decision.kind).toBe(kind);
    if (decision.kind === "send") expect(decision.place?.at).toEqual(at);
    if (decision.kind === "wait") expect(decision.until.getTime()).toBeGreaterThanOrEqual(at.getTime());
  });

  it("passes it as long as it keeps the place", () => {
    expect(decide(facts(withMissing()), called)).toMatchObject({ until: at });
    expect(decide(facts(withMissing()), at)).toMatchObject({
      kind: "fail",
      because: { code: "missing_value" },
    });
  });
});

function withMissing(): Changes {
  const content = { type: "text" as const, text: "Your plan is {{ contact.plan }}" };
  return { sequence: withStep({ content }) };
}
