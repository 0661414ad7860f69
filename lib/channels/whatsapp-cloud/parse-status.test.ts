import { describe, expect, it } from "vitest";
import { delivery, STUB_BUSINESS_ACCOUNT_ID, STUB_PHONE_NUMBER_ID } from "@/e2e/stubs/whatsapp-webhooks";
import { MESSAGE_ID } from "./fixtures";
import { parseDelivery } from "./parse";

const RECEIVED = new Date("2026-03-10T12:00:00Z");
const receiver = { phoneNumberId: STUB_PHONE_NUMBER_ID, businessAccountId: STUB_BUSINESS_ACCOUNT_ID };
const parse = (body: object) => parseDelivery(JSON.stringify(body), receiver, RECEIVED);

describe("statuses", () => {
  const status = (item: object) =>
    parse(delivery({ statuses: [{ id: "wamid.1", timestamp: "1750030073", ...item }] }))[0];

  it.each(["sent", "delivered", "read", "failed"] as const)("reads %s with our message's id", (name) => {
    expect(status({ status: name, biz_opaque_callback_data: MESSAGE_ID })).toEqual({
      kind: "status",
      messageId: MESSAGE_ID,
      providerId: "wamid.1",
      status: name,
      at: new Date("2025-06-15T23:27:53Z"),
      code: null,
      detail: null,
      reaction: name === "failed" ? "ask_person" : null,
    });
  });

  it("tells why a message failed and what that means", () => {
    const errors = [
      { code: 131026, title: "t", message: "Undeliverable", error_data: { details: "not on WhatsApp" } },
    ];
    expect(status({ status: "failed", errors })).toMatchObject({
      code: "131026",
      detail: "not on WhatsApp",
      reaction: "switch_channel",
      messageId: null,
    });
  });

  it.each([
    [131049, { reaction: "delay_contact" }],
    [190, { reaction: "pause_inbox", probeAfterSeconds: 3_600 }],
    [131031, { reaction: "pause_inbox", probeAfterSeconds: null }],
    [132001, { reaction: "block_step" }],
    [131053, { reaction: "ask_person" }],
    [999_999, { reaction: "ask_person" }],
    [131000, { reaction: "fail", retry: { afterSeconds: null } }],
    [131056, { reaction: "fail", retry: { afterSeconds: 6 } }],
    [130429, { reaction: "fail", retry: { afterSeconds: 5, slows: "inbox" } }],
  ])("of code %i that come late mean what they would have meant at once", (code, expected) => {
    expect(status({ status: "failed", errors: [{ code, title: "t" }] })).toMatchObject(expected);
  });

  it("counts a played voice message as read and passes over statuses it does not know", () => {
    expect(status({ status: "played" })).toMatchObject({ status: "read" });
    expect(status({ status: "warped" })).toEqual({ kind: "ignored", what: "status warped" });
  });

  it("takes no callback data of other software for one of our ids", () => {
    expect(status({ status: "sent", biz_opaque_callback_data: "order 77" })).toMatchObject({
      messageId: null,
    });
  });
});
