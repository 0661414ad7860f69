import { describe, expect, it } from "vitest";
import { STUB_BUSINESS_ACCOUNT_ID, STUB_PHONE_NUMBER_ID } from "@/e2e/stubs/whatsapp-webhooks";
import { parseDelivery } from "./parse";

const RECEIVED = new Date("2026-03-10T12:00:00Z");
const AT = new Date("2026-03-09T12:00:00Z");
const scope = `whatsapp_cloud:${STUB_BUSINESS_ACCOUNT_ID}`;

function told(field: string, value: unknown, receiver = { businessAccountId: STUB_BUSINESS_ACCOUNT_ID }) {
  const entry = [{ id: STUB_BUSINESS_ACCOUNT_ID, time: AT.getTime() / 1000, changes: [{ field, value }] }];
  const body = JSON.stringify({ object: "whatsapp_business_account", entry });
  return parseDelivery(body, { phoneNumberId: STUB_PHONE_NUMBER_ID, ...receiver }, RECEIVED)[0];
}

const template = {
  message_template_id: 1_689_556_908_129_832,
  message_template_name: "order_confirmation",
  message_template_language: "en-US",
};
const known = {
  ...{ kind: "template", scope, name: "order_confirmation", language: "en_US" },
  ...{ providerId: "1689556908129832", at: AT },
};

describe("what Meta tells of a template", () => {
  it.each(["APPROVED", "REJECTED", "PAUSED", "DISABLED", "PENDING", "IN_APPEAL", "LOCKED", "A_NEW_WORD"])(
    "is that it is %s now",
    (event) => {
      expect(told("message_template_status_update", { ...template, event, reason: "NONE" })).toEqual({
        ...known,
        status: event,
        reason: null,
      });
    },
  );

  it("is approved again where it was reinstated", () => {
    expect(told("message_template_status_update", { ...template, event: "REINSTATED" })).toMatchObject({
      status: "APPROVED",
    });
  });

  it("is no new status where it was only flagged: it may still be sent", () => {
    const event = told("message_template_status_update", { ...template, event: "FLAGGED", reason: null });
    expect(event).toEqual({ ...known, isRewritten: true, reason: null });
  });

  it("is why, in Meta's words", () => {
    const value = { ...template, event: "PAUSED", reason: "NONE", other_info: { title: "FIRST_PAUSE" } };
    expect(told("message_template_status_update", value)).toMatchObject({ reason: "FIRST_PAUSE" });
    const rejected = { ...template, event: "REJECTED", reason: "ABUSIVE_CONTENT" };
    expect(told("message_template_status_update", rejected)).toMatchObject({ reason: "ABUSIVE_CONTENT" });
  });

  it("is its quality", () => {
    const value = { ...template, previous_quality_score: "GREEN", new_quality_score: "RED" };
    expect(told("message_template_quality_update", value)).toEqual({
      ...known,
      quality: "RED",
      reason: null,
    });
  });

  it("is its category, or that it will be another", () => {
    const changed = { ...template, previous_category: "UTILITY", new_category: "MARKETING" };
    expect(told("template_category_update", changed)).toEqual({
      ...known,
      category: "MARKETING",
      reason: null,
    });
    const coming = told("template_category_update", { ...template, correct_category: "MARKETING" });
    expect(coming).not.toHaveProperty("category");
    expect(coming).toMatchObject({ reason: "Meta will change its category to MARKETING" });
  });

  it("is that its parts are others", () => {
    expect(told("message_template_components_update", template)).toEqual({
      ...known,
      isRewritten: true,
      reason: null,
    });
  });
});

describe("what Meta tells of a number and its business", () => {
  const health = (field: string, value: object) => told(field, value);

  it.each([
    [{ max_daily_conversations_per_business: 2_000 }, 2_000],
    [{ max_daily_conversations_per_business: "TIER_10K" }, 10_000],
    [{ max_daily_conversations_per_business: "TIER_UNLIMITED" }, null],
    [{ max_daily_conversations_per_business: -1 }, null],
    [{ max_daily_conversation_per_phone: 250 }, 250],
  ])("reads the limit of people a day in %j", (value, recipientsPerDay) => {
    expect(health("business_capability_update", value)).toMatchObject({
      ...{ kind: "health", scope, health: { recipientsPerDay }, at: AT },
    });
  });

  it("guesses no limit from a name that is not known", () => {
    const event = health("business_capability_update", { max_daily_conversations_per_business: "TIER_HUGE" });
    expect(event).toMatchObject({ health: {} });
  });

  it("asks for what a notice of a number does not say", () => {
    const value = { display_phone_number: "16505551111", event: "FLAGGED", current_limit: "TIER_10K" };
    expect(health("phone_number_quality_update", value)).toEqual({
      ...{ kind: "health", scope, health: { recipientsPerDay: 10_000 }, at: AT },
      ...{ isAsked: true, asks: "notice", code: "flagged", detail: "16505551111 FLAGGED TIER_10K" },
    });
    const upgraded = health("phone_number_quality_update", { ...value, event: "UPGRADE" });
    expect(upgraded).not.toHaveProperty("asks");
  });

  it.each([
    [{ event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "DISABLE" } }, "pause"],
    [{ event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "SCHEDULE_FOR_DISABLE" } }, "notice"],
    [{ event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "REINSTATE" } }, "resume"],
    [{ event: "ACCOUNT_VIOLATION", violation_info: { violation_type: "SCAM" } }, "notice"],
    [{ event: "PARTNER_REMOVED" }, "pause"],
    [
      {
        event: "ACCOUNT_RESTRICTION",
        restriction_info: [{ restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING", expiration: "17" }],
      },
      "pause",
    ],
    [
      {
        event: "ACCOUNT_RESTRICTION",
        restriction_info: [{ restriction_type: "RESTRICTED_ADD_PHONE_NUMBER_ACTION" }],
      },
      "notice",
    ],
  ])("knows what %j asks for", (value, asks) => {
    expect(health("account_update", value)).toMatchObject({
      kind: "health",
      asks,
      code: value.event.toLowerCase(),
    });
  });

  it("passes over news of an account that change nothing", () => {
    expect(health("account_update", { event: "VERIFIED_ACCOUNT" })).toEqual({
      kind: "ignored",
      what: "account_update VERIFIED_ACCOUNT",
    });
  });

  it.each([
    { alert_severity: "CRITICAL", alert_type: "OBA_APPROVED", alert_description: "Look at this" },
    {
      alert_info: {
        alert_severity: "WARNING",
        alert_type: "OBA_APPROVED",
        alert_description: "Look at this",
      },
    },
  ])("passes on an alert: %j", (value) => {
    expect(health("account_alerts", value)).toMatchObject({
      ...{ kind: "health", asks: "notice", code: "oba_approved", detail: "Look at this" },
    });
  });

  it("keeps what is merely informational to itself", () => {
    const value = { alert_severity: "INFORMATIONAL", alert_type: "X" };
    expect(health("account_alerts", value)).toEqual({ kind: "ignored", what: "account_alerts X" });
  });

  it("holds for the number alone whose settings name no business account", () => {
    const value = { max_daily_conversations_per_business: 250 };
    const event = told("business_capability_update", value, { businessAccountId: "" });
    expect(event).toMatchObject({ scope: `whatsapp_cloud:${STUB_PHONE_NUMBER_ID}` });
  });

  it.each(["business_capability_update", "account_update", "account_alerts", "phone_number_quality_update"])(
    "ignores %s in a shape that is not known",
    (field) => {
      expect(told(field, 7)).toEqual({ kind: "ignored", what: `unreadable ${field}` });
    },
  );
});
