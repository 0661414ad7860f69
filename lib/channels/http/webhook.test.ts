import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { signatureOf } from "@/e2e/stubs/http-channel-server";
import type { WebhookRequest } from "@/lib/channels/driver";
import type { Channel } from "@/lib/core/model";
import { gatewayInbox, MESSAGE_ID, SECRET } from "./fixtures";
import { httpWebhook } from "./webhook";

const OLD = `whsec_${"C".repeat(44)}`;
const inbox = gatewayInbox("https://gateway.example/", { previousSecret: OLD });
const now = () => Math.floor(Date.now() / 1000);

type Made = { secret?: string; id?: string; at?: number; body?: string; sign?: string };

function delivery({
  secret = SECRET,
  id = "msg_1",
  at = now(),
  body = "{}",
  sign,
}: Made = {}): WebhookRequest {
  const headers = {
    "webhook-id": id,
    "webhook-timestamp": String(at),
    "webhook-signature": signatureOf(secret, id, String(at), sign ?? body),
  };
  return { headers: new Headers(headers), url: new URL(inbox.webhookUrl), rawBody: body };
}

describe("a gateway's signature", () => {
  it("is the one of the specification's example", () => {
    // standardwebhooks.com, and facts of its reference libraries.
    const body = '{"test": 2432232314}';
    const id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const wanted = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    expect(new Webhook(SECRET).sign(id, new Date(1_614_265_330_000), body)).toBe(wanted);
    expect(signatureOf(SECRET, id, "1614265330", body)).toBe(wanted);
  });

  it.each([
    ["with the secret", delivery()],
    ["with the one before", delivery({ secret: OLD })],
    ["nearly five minutes ago", delivery({ at: now() - 290 })],
    ["nearly five minutes ahead", delivery({ at: now() + 290 })],
  ])("is taken %s", (_, request) => {
    expect(httpWebhook.verify(inbox, request)).toBe(true);
  });

  it("is taken when one of several is right", () => {
    const request = delivery();
    const right = request.headers.get("webhook-signature");
    request.headers.set("webhook-signature", `v1a,xyz v1,bm90IGl0 ${right}`);
    expect(httpWebhook.verify(inbox, request)).toBe(true);
  });

  it.each<[string, () => WebhookRequest]>([
    ["with another secret", () => delivery({ secret: `whsec_${"D".repeat(44)}` })],
    ["over another body", () => delivery({ body: '{"a":1}', sign: '{"a":2}' })],
    ["more than five minutes ago", () => delivery({ at: now() - 310 })],
    ["more than five minutes ahead", () => delivery({ at: now() + 310 })],
    ["under another id", () => without(delivery(), "webhook-id", "msg_2")],
    ["without an id", () => without(delivery(), "webhook-id")],
    ["without a time", () => without(delivery(), "webhook-timestamp")],
    ["at no time", () => without(delivery(), "webhook-timestamp", "soon")],
    ["without a signature", () => without(delivery(), "webhook-signature")],
    ["with an empty one", () => without(delivery(), "webhook-signature", "v1,")],
  ])("is refused %s", (_, request) => {
    expect(httpWebhook.verify(inbox, request())).toBe(false);
  });

  it("lets a delivery be known by its id, whatever else it brings", () => {
    const first = httpWebhook.keep?.(delivery({ body: '{"a":1}' }));
    expect(httpWebhook.keep?.(delivery({ body: '{"a":2}', at: now() + 60 }))).toEqual(first);
    expect(httpWebhook.keep?.(delivery({ id: "msg_2" }))).not.toEqual(first);
  });
});

function without(request: WebhookRequest, name: string, value?: string): WebhookRequest {
  request.headers.delete(name);
  if (value !== undefined) request.headers.set(name, value);
  return request;
}

const timestamp = "2026-11-22T12:00:00.000Z";
const parse = (type: string, data: object, channel: Channel = "whatsapp") =>
  httpWebhook.parse({ ...inbox, channel }, JSON.stringify({ type, timestamp, data }));

describe("what a gateway tells", () => {
  it("may be a message of a contact", () => {
    const data = { message_id: "m1", from: "+55 11 98765-4321", from_name: "Ana", text: "Oi" };
    expect(parse("message.received", data)).toMatchObject([
      {
        ...{ kind: "message", providerId: "m1", fromName: "Ana", at: new Date(timestamp), text: "Oi" },
        from: [
          { kind: "whatsapp", value: "5511987654321" },
          { kind: "phone", value: "+5511987654321" },
        ],
        ...{ contentType: "text", inReplyTo: null, isAutomatic: false },
      },
    ]);
  });

  it.each<[Channel, string, object[]]>([
    ["sms", "5511987654321", [{ kind: "phone", value: "+5511987654321" }]],
    ["email", " Ana@Example.com ", [{ kind: "email", value: "ana@example.com" }]],
  ])("comes on %s from %s", (channel, from, identities) => {
    expect(parse("message.received", { message_id: "m1", from }, channel)).toMatchObject([
      { from: identities },
    ]);
  });

  it.each<[Channel, string]>([
    ["email", "5511987654321"],
    ["sms", "ana@example.com"],
    ["whatsapp", "12"],
  ])("is nobody's on %s from %s", (channel, from) => {
    expect(parse("message.received", { message_id: "m1", from }, channel)).toMatchObject([
      { kind: "ignored" },
    ]);
  });

  it("may answer one of our messages, bring a file, and be a program's", () => {
    const media = { kind: "image", url: "https://files.example/1", mime_type: "image/png" };
    const data = {
      message_id: "m1",
      from: "5511987654321",
      in_reply_to: MESSAGE_ID,
      media,
      is_automatic: true,
    };
    expect(parse("message.received", { ...data, at: "2026-11-22T09:00:00-03:00" })).toMatchObject([
      {
        ...{ answersMessageId: MESSAGE_ID, inReplyTo: MESSAGE_ID, contentType: "media", isAutomatic: true },
        ...{ at: new Date(timestamp), media: { kind: "image", mimeType: "image/png" } },
      },
    ]);
  });

  it.each([
    [
      { attempt_id: MESSAGE_ID, status: "delivered" },
      { messageId: MESSAGE_ID, providerId: MESSAGE_ID, reaction: null },
    ],
    [
      { provider_message_id: "p1", status: "read" },
      { messageId: null, providerId: "p1", code: null },
    ],
    [
      { provider_message_id: "p1", status: "failed" },
      { reaction: "fail", code: "failed" },
    ],
    [
      { provider_message_id: "p1", status: "failed", reason: "opted_out", code: 12, detail: "STOP" },
      { reaction: "suppress", code: "12", detail: "STOP" },
    ],
    [{ provider_message_id: "p1", status: "failed", reason: "new one" }, { reaction: "fail" }],
  ])("may be a status: %j", (data, expected) => {
    expect(parse("message.status", data)).toMatchObject([
      { kind: "status", at: new Date(timestamp), ...expected },
    ]);
  });

  it.each(["stop", "resume"] as const)("may be a wish to %s", (value) => {
    expect(parse("contact.preference", { from: "5511987654321", value })).toMatchObject([
      { kind: "preference", value, at: new Date(timestamp) },
    ]);
  });

  it("may be of a type that is not known yet: stored and ignored", () => {
    expect(parse("message.translated", { anything: [1] })).toEqual([
      { kind: "ignored", what: "type message.translated" },
    ]);
  });

  it.each([
    ["message.status", { status: "delivered" }],
    ["message.status", { attempt_id: "7", status: "delivered" }],
    ["message.status", { attempt_id: MESSAGE_ID, status: "eaten" }],
    ["message.received", { from: "5511987654321", text: "no id" }],
    ["contact.preference", { from: "5511987654321", value: "maybe" }],
  ])("fails for its author to see when a %s is %j", (type, data) => {
    expect(() => parse(type, data)).toThrow();
  });
});
