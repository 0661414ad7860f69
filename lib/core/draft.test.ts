import { describe, expect, it } from "vitest";
import { composeContent } from "./compose";
import { decide } from "./decide";
import type { DraftFacts } from "./draft-facts";
import type { Facts } from "./facts";
import type { Step, WindowClosed } from "./model";
import type { DraftExpiry, VettedFact } from "./model-maestro";
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
  someFacts,
  someSettings,
} from "./test-facts";
import { aDraft, MAESTRO } from "./test-maestro";

type Changes = Parameters<typeof someFacts>[0];
type Mode = "ai_assisted" | "ai_full";

/** A run whose step Maestro writes; it is due unless the changes say otherwise. */
function written(mode: Mode, changes: Changes = {}, step: Partial<Step> = {}, expiry?: DraftExpiry): Facts {
  const compose = { mode, instruction: "Be kind", ...(expiry && { expiry }) };
  const snapshot = aSnapshot({ steps: [aStep({ compose, ...step })] });
  return someFacts({ maestro: MAESTRO, ...changes, sequence: { snapshot, ...changes?.sequence } });
}
const assisted = (draft: Partial<DraftFacts> | null, changes: Changes = {}, step: Partial<Step> = {}) =>
  written("ai_assisted", { draft: draft && aDraft(draft), ...changes }, step);
const full = (draft: Partial<DraftFacts> | null, changes: Changes = {}, step: Partial<Step> = {}) =>
  written("ai_full", { draft: draft && aDraft(draft), ...changes }, step);

const in10 = { enrollment: { waitFromAt: NOW } };
const inHours = (hours: number) => ({ enrollment: { dueAtOverride: ahead(hours * 60) } });
const says = (facts: Facts) => {
  const decision = decide(facts, NOW);
  return decision.kind === "send" ? decision.content.text : decision.kind;
};
const dataOf = (facts: Facts) => decide(facts, NOW).because.data;

describe("a step that Maestro writes and that is not due yet", () => {
  it.each<[string, Facts, string]>([
    ["is left alone until the lead time before it", full(null, inHours(3)), "wait 120 not_due"],
    ["is written from then on", full(null, inHours(1)), "compose draft_needed"],
    [
      "is written anew where its draft was withdrawn",
      full({ status: "withdrawn" }, in10),
      "compose draft_needed",
    ],
    ["waits for its moment when it is ready", full({ status: "ready" }, in10), "wait 10 not_due"],
    ["waits for its moment when it is approved", assisted({}, in10), "wait 10 not_due"],
    ["waits for its moment when it is discarded", assisted({ status: "discarded" }, in10), "wait 10 not_due"],
    ["waits for a person", assisted({ status: "open" }, in10), "wait 10 approval_pending"],
    [
      "is tried again after a failure",
      full({ status: "failed", retryAt: ahead(5) }, in10),
      "wait 5 draft_retry",
    ],
    [
      "is not tried again later than it is due",
      full({ status: "failed", retryAt: ahead(15) }, in10),
      "wait 10 draft_retry",
    ],
    ["is tried again then", full({ status: "failed", retryAt: ago(1) }, in10), "compose draft_needed"],
    ["waits for its moment without Maestro", full(null, { ...in10, maestro: undefined }), "wait 10 not_due"],
    [
      "is not written for who is held out",
      full(null, { enrollment: { ...in10.enrollment, isHoldout: true } }),
      "wait 10 not_due",
    ],
    [
      "is not written where no inbox could send it",
      full(null, { ...in10, contact: aContact({ email: null, phone: null }) }),
      "wait 10 not_due",
    ],
    [
      "is not written where it would be skipped",
      full(null, in10, {
        skipRules: [{ when: "condition", variable: "contact.email", operator: "is_set", value: "" }],
      }),
      "wait 10 not_due",
    ],
    [
      "is not written where the window will be closed",
      full(
        null,
        { ...in10, inboxes: [anInbox({ lastInboundAt: ago(24 * 60 - 15) })] },
        { channel: "whatsapp" },
      ),
      "wait 10 not_due",
    ],
    [
      "is not written where it is a template",
      full(null, in10, {
        channel: "whatsapp",
        content: { type: "template", template: { name: "hello", language: "en", parameters: [] } },
      }),
      "wait 10 not_due",
    ],
    [
      "is not written after a reply",
      full(null, { ...in10, contact: aContact({ lastReply: { at: ago(5), conversationId: "x" } }) }),
      "end replied replied",
    ],
    [
      "is not written while the run is paused",
      full(null, { enrollment: { ...in10.enrollment, status: "paused" } }),
      "wait 43200 run_paused",
    ],
  ])("%s", (_, facts, expected) => expect(answer(facts)).toBe(expected));
});

describe("a step that Maestro writes and that is due", () => {
  it("is written where it was not ahead", () => {
    expect(answer(full(null))).toBe("compose draft_needed");
    expect(answer(assisted(null))).toBe("compose draft_needed");
  });

  it("goes out word for word with its draft named, and never as Liquid", () => {
    expect(says(full({ status: "ready" }))).toBe("Words called ready");
    const { data } = decide(full({ status: "ready" }), NOW).because;
    expect(data).toMatchObject({ composeMode: "ai_full", draftId: "draft" });
    expect(data.fallback).toBeUndefined();
    const said = { text: " Dear {{ contact.name }}, *yes*\n", subject: "A {{ word }}" };
    const content = { type: "text" as const, text: "Own", subject: "Own" };
    expect(composeContent(content, anEmailInbox(), someFacts(), NOW, said)).toEqual({
      ok: true,
      content: { type: "text", ...said },
    });
  });

  it("keeps what stands beside the words, and the step's own subject where the draft has none", () => {
    const content = {
      ...{
        type: "rich" as const,
        text: "Own",
        subject: "About {{ contact.first_name }}",
        preheader: "Glance",
      },
      ...{ quickReplies: ["Yes"], media: { kind: "image" as const, url: "https://shop.example/a.png" } },
    };
    const mail = { inboxes: [anEmailInbox()] };
    expect(decide(assisted({ channel: "email" }, mail, { content }), NOW)).toMatchObject({
      kind: "send",
      content: {
        text: "Words called approved",
        subject: "About Ana",
        preheader: "Glance",
        media: content.media,
      },
    });
    const own = assisted({ channel: "email", subject: "Of the draft" }, mail, { content });
    expect(decide(own, NOW)).toMatchObject({ content: { subject: "Of the draft", preheader: "Glance" } });
  });

  it.each<[string, Facts, string]>([
    ["never says what waits for a person", assisted({ status: "open" }), "wait"],
    ["never says what was discarded", assisted({ status: "discarded" }), "skip"],
    ["never says what is only ready where a person is to approve", assisted({ status: "ready" }), "compose"],
    ["says its own words after a failure", full({ status: "failed", fallback: "timeout" }), "Hi Ana"],
    ["asks a person after a failure", assisted({ status: "failed", fallback: "timeout" }), "compose"],
    [
      "says its own words where the guard kept Maestro's",
      full({ status: "ready", origin: "fallback" }),
      "Hi Ana",
    ],
    ["says a person's words", assisted({ origin: "person" }), "Words called approved"],
    [
      "says its own words as a person approved them",
      assisted({ origin: "fallback", fallback: "timeout" }),
      "Words called approved",
    ],
    ["says the same words again when the attempt is repeated", full({ status: "used" }), "Words called used"],
    [
      "says what was approved although Maestro is off",
      assisted({}, { maestro: undefined }),
      "Words called approved",
    ],
    ["says nothing unread when Maestro is off", full({ status: "ready" }, { maestro: undefined }), "Hi Ana"],
    ["says its own words without Maestro", full(null, { maestro: undefined }), "Hi Ana"],
    ["writes anew for a channel that has less room", full({ status: "ready", channel: "sms" }), "compose"],
  ])("%s", (_, facts, expected) => expect(says(facts)).toBe(expected));

  it("names why the step's own words went out", () => {
    const why = (facts: Facts) => dataOf(facts).fallback;
    expect(why(full({ status: "failed", fallback: "timeout" }))).toBe("timeout");
    expect(why(full({ status: "ready", origin: "fallback", fallback: "guard" }))).toBe("guard");
    expect(why(full(null, { maestro: undefined }))).toBe("no_ai");
  });

  it("is skipped with the discarded draft named, whatever the window's rule would say instead", () => {
    const rule: WindowClosed = {
      do: "template",
      template: { name: "hello", language: "en", parameters: [] },
    };
    const closed = { inboxes: [anInbox({ lastInboundAt: null })] };
    const facts = assisted({ status: "discarded" }, closed, { channel: "whatsapp", windowClosed: rule });
    expect(answer(facts)).toBe("skip draft_discarded");
    expect(dataOf(facts)).toEqual({ draftId: "draft" });
  });

  it("is the sequence's own template where the window has closed, whoever has approved what", () => {
    const rule: WindowClosed = {
      do: "template",
      template: { name: "hello", language: "en", parameters: [] },
    };
    const closed = { inboxes: [anInbox({ lastInboundAt: null })] };
    for (const status of ["open", "approved", "ready"] as const) {
      const facts = assisted({ status }, closed, { channel: "whatsapp", windowClosed: rule });
      expect(answer(facts)).toBe("send whatsapp template");
      expect(decide(facts, NOW)).toMatchObject({ draft: null, because: { data: { fallback: "template" } } });
    }
  });

  it("keeps quiet hours, and stands in no queue before it is written", () => {
    const night = { settings: someSettings({ sendingHours: OFFICE, timeZone: "Asia/Tokyo" }) };
    expect(decide(full({ status: "ready" }, night), NOW)).toMatchObject({ because: { code: "quiet_hours" } });
    expect(answer(full(null, night))).toBe("compose draft_needed");
  });

  it("is tried again through the night, and says its own words in the morning", () => {
    const night = { settings: someSettings({ sendingHours: OFFICE, timeZone: "Asia/Tokyo" }) };
    const failed = { status: "failed" as const, fallback: "budget" };
    expect(answer(full({ ...failed, retryAt: ahead(60) }, night))).toBe("wait 60 draft_retry");
    expect(answer(full({ ...failed, retryAt: ago(1) }, night))).toBe("compose draft_needed");
    expect(decide(full({ ...failed, retryAt: ahead(3_000) }, night), NOW)).toMatchObject({
      because: { code: "quiet_hours" },
    });
    expect(says(full({ ...failed, retryAt: ahead(60) }))).toBe("Hi Ana");
  });
});

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
