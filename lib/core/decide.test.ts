import { describe, expect, it } from "vitest";
import { CLAIM_MS } from "./attempt";
import { decide } from "./decide";
import type { CurrentSend, Facts } from "./facts";
import type { Step, WindowClosed } from "./model";
import {
  aContact,
  ago,
  ahead,
  anEmailInbox,
  anInbox,
  answer,
  aSnapshot,
  aStep,
  NOW,
  OFFICE,
  STEP_1,
  someFacts,
  someSettings,
} from "./test-facts";

const DAY = 1_440;
const withStep = (changes: Partial<Step>) => ({ snapshot: aSnapshot({ steps: [aStep(changes)] }) });
const replied = aContact({ lastReply: { at: ago(5), conversationId: "thread" } });
const current = (changes: Partial<CurrentSend>): CurrentSend => ({
  status: "scheduled",
  claimedAt: null,
  retryAt: null,
  attempts: 1,
  ...changes,
});

describe("an ordinary run", () => {
  it("sends what is due, with everything that the engine needs", () => {
    expect(decide(someFacts(), NOW)).toEqual({
      kind: "send",
      stepId: STEP_1,
      inboxId: "whatsapp",
      channel: "whatsapp",
      address: "+5511987654321",
      content: { type: "text", text: "Hi Ana", subject: null },
      variantId: null,
      place: null,
      draft: null,
      because: {
        code: "due",
        data: {
          channel: "whatsapp",
          inbox: "WhatsApp",
          channelWhy: "last_inbound",
          window: "open",
          dueAt: ago(50).toISOString(),
          zone: "America/Sao_Paulo",
          zoneFrom: "account",
        },
      },
    });
  });

  it.each<[string, Parameters<typeof someFacts>[0], string]>([
    ["waits until the step is due", { enrollment: { waitFromAt: NOW } }, "wait 10 not_due"],
    ["sends at the very moment", { enrollment: { waitFromAt: ago(10) } }, "send whatsapp text"],
    [
      "sends sooner when a person said so",
      { enrollment: { waitFromAt: NOW, dueAtOverride: ago(0) } },
      "send whatsapp text",
    ],
    ["sends later when a person said so", { enrollment: { dueAtOverride: ahead(90) } }, "wait 90 not_due"],
    [
      "looks again after 30 days at the latest",
      { enrollment: { dueAtOverride: ahead(300 * DAY) } },
      `wait ${30 * DAY} not_due`,
    ],
    [
      "is completed after its last step",
      { enrollment: { stepId: null }, sentAny: true },
      "end completed no_step_left",
    ],
    [
      "is undeliverable when nothing went out",
      { enrollment: { stepId: null } },
      "end undeliverable nothing_delivered",
    ],
    [
      "fails when its step is not in the version",
      { enrollment: { stepId: "gone" } },
      "end failed no_step_left",
    ],
  ])("%s", (_, changes, expected) => {
    expect(answer(someFacts(changes))).toBe(expected);
  });
});

describe("in order of precedence", () => {
  const paused = { status: "paused", pausedUntil: ahead(60) } as const;
  it.each<[string, Parameters<typeof someFacts>[0], string]>([
    [
      "an ended run stays ended for its reason",
      { enrollment: { status: "ended", endReason: "replied" }, contact: aContact({ blockedAt: NOW }) },
      "end replied already_ended",
    ],
    ["a reply ends even a paused run", { enrollment: paused, contact: replied }, "end replied replied"],
    ["a paused run waits", { enrollment: paused }, "wait 60 run_paused"],
    [
      "a run paused without an end waits for a wake",
      { enrollment: { status: "paused" } },
      `wait ${30 * DAY} run_paused`,
    ],
    [
      "a pause that is over is none",
      { enrollment: { status: "paused", pausedUntil: NOW } },
      "send whatsapp text",
    ],
    [
      "a paused sequence holds every run",
      { sequence: { status: "paused" } },
      `wait ${30 * DAY} sequence_paused`,
    ],
    [
      "an archived sequence ends them",
      { sequence: { status: "archived" } },
      "end sequence_archived sequence_archived",
    ],
    [
      "a pause comes before the end of the steps",
      { enrollment: { ...paused, stepId: null } },
      "wait 60 run_paused",
    ],
    ["not due comes before no channel", { enrollment: { waitFromAt: NOW }, inboxes: [] }, "wait 10 not_due"],
    [
      "no channel comes before quiet hours",
      { inboxes: [], settings: someSettings({ sendingHours: [] }) },
      "fail no_channel",
    ],
  ])("%s", (_, changes, expected) => {
    expect(answer(someFacts(changes))).toBe(expected);
  });
});

describe("an earlier attempt at the step", () => {
  it.each<[string, CurrentSend, string]>([
    [
      "claimed a moment ago is being sent",
      current({ status: "claimed", claimedAt: ago(1) }),
      "wait 1 sending",
    ],
    [
      "claimed too long ago is lost, not repeated",
      current({ status: "claimed", claimedAt: ago(CLAIM_MS / 60_000) }),
      "lost outcome_unknown",
    ],
    ["claimed at an unknown time is lost", current({ status: "claimed" }), "lost outcome_unknown"],
    ["refused for now waits for its retry", current({ retryAt: ahead(7) }), "wait 7 retry_later"],
    ["refused for now is repeated then", current({ retryAt: ago(1) }), "send whatsapp text"],
    ["made but never claimed is sent", current({ status: "pending" }), "send whatsapp text"],
    ["already sent is never sent again", current({ status: "sent" }), "skip already_recorded"],
    ["already delivered is never sent again", current({ status: "delivered" }), "skip already_recorded"],
    ["with an unknown outcome is never sent again", current({ status: "unknown" }), "skip already_recorded"],
    ["that failed is never sent again", current({ status: "failed" }), "skip already_recorded"],
  ])("%s", (_, send, expected) => {
    expect(answer(someFacts({ current: send }))).toBe(expected);
  });

  it("a reply during the provider's answer ends the run", () => {
    const send = current({ status: "claimed", claimedAt: ago(1) });
    expect(answer(someFacts({ current: send, contact: replied }))).toBe("end replied replied");
  });
});

describe("a free text whose window is closed", () => {
  const closed = anInbox({ lastInboundAt: ago(2 * DAY) });
  const template = { name: "reminder", language: "en", parameters: ["{{ contact.first_name }}"] };
  const facts = (windowClosed: WindowClosed, changes: Parameters<typeof someFacts>[0] = {}) =>
    someFacts({
      inboxes: [closed, anEmailInbox()],
      sequence: withStep({ channel: "whatsapp", windowClosed }),
      ...changes,
    });

  it.each<[string, Facts, string]>([
    ["is skipped", facts({ do: "skip" }), "skip window_closed"],
    ["goes out as the template", facts({ do: "template", template }), "send whatsapp template"],
    [
      "fails where there are no templates",
      facts({ do: "template", template }, { inboxes: [{ ...closed, hasTemplates: false }] }),
      "fail no_channel",
    ],
    ["goes by another channel", facts({ do: "other_channel" }), "send email text"],
    [
      "fails without another channel",
      facts({ do: "other_channel" }, { inboxes: [closed] }),
      "fail no_channel",
    ],
    [
      "waits for the contact, counted from when it fell due",
      facts({ do: "wait", days: 3 }),
      `wait ${3 * DAY - 50} window_closed`,
    ],
    [
      "is skipped when they do not write",
      facts({ do: "wait", days: 3 }, { enrollment: { dueAtOverride: ago(3 * DAY) } }),
      "skip window_closed",
    ],
    [
      "does not matter to a template step",
      facts(
        { do: "skip" },
        { sequence: withStep({ channel: "whatsapp", content: { type: "template", template } }) },
      ),
      "send whatsapp template",
    ],
  ])("%s", (_, some, expected) => {
    expect(answer(some)).toBe(expected);
  });
});

describe("what keeps a due step from going out now", () => {
  const text = (words: string) => withStep({ content: { type: "text", text: words } });
  const inSms = [anInbox({ id: "sms", channel: "sms", hasWindow: false })];
  it.each<[string, Parameters<typeof someFacts>[0], string]>([
    ["paused inboxes", { inboxes: [anInbox({ status: "paused" })] }, "wait 60 inbox_paused"],
    [
      "a calendar with no open day",
      { settings: someSettings({ sendingHours: [] }) },
      "end failed no_open_day",
    ],
    ["a missing value", { sequence: text("{{ contact.plan }}") }, "fail missing_value"],
    ["a broken text", { sequence: text("{{ contact.name") }, "fail text_unrenderable"],
    [
      "a text that comes out empty",
      { sequence: text("{% if contact.plan %}x{% endif %} ") },
      "fail text_unrenderable",
    ],
    ["a text too long for WhatsApp", { sequence: text("x".repeat(4_097)) }, "fail text_too_long"],
    ["not a text of just the length", { sequence: text("x".repeat(4_096)) }, "send whatsapp text"],
    ["a text too long for SMS", { sequence: text("x".repeat(1_601)), inboxes: inSms }, "fail text_too_long"],
  ])("%s", (_, changes, expected) => {
    expect(answer(someFacts(changes))).toBe(expected);
  });

  it("quiet hours, with a place in the spread that an early wake does not change", () => {
    const night = new Date("2026-11-19T05:00:00Z");
    const some = someFacts({
      inboxes: [anEmailInbox()],
      enrollment: { dueAtOverride: night },
      settings: someSettings({ sendingHours: OFFICE }),
    });
    const first = decide(some, night);
    if (first.kind !== "wait") throw new Error(first.kind);
    expect(first.because.code).toBe("quiet_hours");
    const justAfterOpening = new Date("2026-11-19T12:00:01Z");
    expect(first.until > justAfterOpening).toBe(true);
    expect(decide(some, justAfterOpening)).toMatchObject({ kind: "wait", until: first.until });
    expect(decide(some, first.until).kind).toBe("send");
  });
});
