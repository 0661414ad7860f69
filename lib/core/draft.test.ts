import { describe, expect, it } from "vitest";
import { composeContent } from "./compose";
import { decide } from "./decide";
import type { Facts } from "./facts";
import type { WindowClosed } from "./model";
import {
  aContact,
  ago,
  ahead,
  anEmailInbox,
  anInbox,
  answer,
  NOW,
  OFFICE,
  someFacts,
  someSettings,
} from "./test-facts";
import { assisted, dataOf, full, in10, inHours, says } from "./test-written";

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
