import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { WebhookRequest } from "@/lib/channels/driver";
import { MESSAGE_ID, twilioInbox, WEBHOOK_URL } from "./fixtures";
import { isSignedByTwilio, signatureOf } from "./signature";
import { twilioWebhook } from "./webhook";

const inbox = twilioInbox("https://api.twilio.com");
const { authToken } = inbox.secrets;
const RECEIVED = new Date("2026-11-22T12:00:00.500Z");

/** A request as it arrives behind a proxy: on another scheme, host and port than Twilio called. */
function arrived(search: string, rawBody: string, signature: string): WebhookRequest {
  const url = new URL(`http://10.0.0.7:3000/api/webhooks/twilio/a/b${search}`);
  return { url, rawBody, headers: new Headers({ "x-twilio-signature": signature }) };
}

describe("Twilio's signature", () => {
  // twilio.com/docs/usage/security#validating-requests, and the tests of Twilio's own libraries.
  const url = "https://mycompany.com/myapp.php?foo=1&bar=2";
  const call = { CallSid: "CA1234567890ABCDE", Digits: "1234", To: "+18005551212" };

  it.each([
    ["+14158675309", "RSOYDt4T1cUTdK1PDd93/VVr8B8="],
    ["+12349013030", "0/KCTR6DLpKmkAf8muzZqo1nDgQ="],
  ])("is the one of Twilio's own example for a call from %s, in whatever order", (number, signature) => {
    const form = new URLSearchParams({ ...call, Caller: number, From: number });
    expect(signatureOf("12345", url, form)).toBe(signature);
    expect(signatureOf("12345", url, new URLSearchParams([...form].reverse()))).toBe(signature);
  });

  it("is the one of Twilio's own example for a JSON body", () => {
    const rawBody = '{"property": "value", "boolean": true}';
    const search = `?foo=1&bar=2&bodySHA256=${createHash("sha256").update(rawBody).digest("hex")}`;
    const request = arrived(search, rawBody, "a9nBmqA0ju/hNViExpshrM61xv4=");
    expect(isSignedByTwilio("12345", "https://mycompany.com/myapp.php", request)).toBe(true);
  });

  const body = "MessageSid=SM1&MessageStatus=delivered&To=%2B5511987654321";
  const form = new URLSearchParams(body);
  const search = `?message=${MESSAGE_ID}`;

  it.each([
    ["without a port", WEBHOOK_URL],
    ["with the standard port", WEBHOOK_URL.replace("app.example", "app.example:443")],
  ])("is taken over the public address %s, whatever the proxy made of it", (_, address) => {
    const signature = signatureOf(authToken, address + search, form);
    expect(twilioWebhook.verify(inbox, arrived(search, body, signature))).toBe(true);
  });

  it("is taken with a port of our own address that Twilio left away", () => {
    const ours = "https://app.example:8443/hook";
    const signature = signatureOf(authToken, "https://app.example/hook", form);
    expect(isSignedByTwilio(authToken, ours, arrived("", body, signature))).toBe(true);
  });

  it.each<[string, string, string]>([
    ["another body", search, `${body}&ErrorCode=30003`],
    ["another message", "?message=018f4e1e-7a6b-7000-8000-000000000002", body],
    ["no query", "", body],
  ])("is refused with %s", (_, given, rawBody) => {
    const signature = signatureOf(authToken, WEBHOOK_URL + search, form);
    expect(twilioWebhook.verify(inbox, arrived(given, rawBody, signature))).toBe(false);
  });

  it.each(["", "0/KCTR6DLpKmkAf8muzZqo1nDgQ="])("is refused when it is %j", (signature) => {
    expect(twilioWebhook.verify(inbox, arrived(search, body, signature))).toBe(false);
  });

  it("covers a JSON body by its digest, and nothing else of it", () => {
    const json = '{"event":"x"}';
    const digest = createHash("sha256").update(json).digest("hex");
    const query = `?bodySHA256=${digest}`;
    const signature = createHmac("sha1", authToken)
      .update(WEBHOOK_URL + query)
      .digest("base64");
    expect(twilioWebhook.verify(inbox, arrived(query, json, signature))).toBe(true);
    expect(twilioWebhook.verify(inbox, arrived(query, '{"event":"y"}', signature))).toBe(false);
  });

  it("signs a name that comes twice with each of its values once, in their order", () => {
    const twice = new URLSearchParams("b=2&a=2&a=1&a=2");
    expect(signatureOf("k", "https://x.example", twice)).toBe(
      createHmac("sha1", "k").update("https://x.examplea1a2b2").digest("base64"),
    );
  });
});

const events = (form: Record<string, string>, search = "") => {
  const rawBody = new URLSearchParams(form).toString();
  const kept = twilioWebhook.keep?.(arrived(search, rawBody, "")) ?? {};
  return twilioWebhook.parse(inbox, kept.body ?? rawBody, RECEIVED);
};

describe("what Twilio reports", () => {
  const status = (MessageStatus: string, more = {}) =>
    events({ MessageSid: "SM1", MessageStatus, To: "+5511987654321", ...more }, `?message=${MESSAGE_ID}`);

  it.each(["queued", "accepted", "scheduled", "sending", "receiving", "something new"])(
    "is nothing yet while it is %s",
    (reported) => {
      expect(status(reported)).toEqual([{ kind: "ignored", what: `status ${reported}` }]);
    },
  );

  it.each([
    ["sent", "sent"],
    ["delivered", "delivered"],
    ["partially_delivered", "delivered"],
    ["read", "read"],
  ])("%s is %s, of our own message", (reported, expected) => {
    expect(status(reported)).toEqual([
      {
        ...{ kind: "status", messageId: MESSAGE_ID, providerId: "SM1", status: expected },
        ...{ at: RECEIVED, code: null, detail: null, reaction: null },
      },
    ]);
  });

  it.each([
    ["undelivered", "30003", { reaction: "switch_channel", code: "30003" }],
    ["failed", "21610", { reaction: "suppress", code: "21610" }],
    ["failed", "30007", { reaction: "ask_person" }],
    ["failed", "30610", { reaction: null, retry: { afterSeconds: 39_600, slows: "contact" } }],
    ["undelivered", "", { reaction: "fail", code: "undelivered" }],
    ["canceled", "", { reaction: "fail", code: "canceled" }],
  ])("%s with code %j is a failure", (reported, ErrorCode, expected) => {
    expect(status(reported, { ErrorCode })).toMatchObject([{ status: "failed", ...expected }]);
  });

  it("knows a message by Twilio's id where the address lost ours, and takes none from the form", () => {
    const form = { MessageSid: "SM1", MessageStatus: "sent", _message: MESSAGE_ID };
    expect(events(form)).toMatchObject([{ messageId: null, providerId: "SM1" }]);
  });

  it("is known again by address and body together", () => {
    const keyOf = (search: string, body: string) =>
      twilioWebhook.keep?.(arrived(search, body, ""))?.dedupeKey;
    expect(keyOf("?message=1", "a=1")).toBe(keyOf("?message=1", "a=1"));
    expect(keyOf("?message=2", "a=1")).not.toBe(keyOf("?message=1", "a=1"));
  });
});

describe("what a contact writes", () => {
  const inbound = { MessageSid: "SM2", SmsStatus: "received", From: "+5511987654321", NumMedia: "0" };

  it("is a message of the phone", () => {
    expect(events({ ...inbound, Body: "Oi, até às 18h 😀" })).toEqual([
      {
        ...{ kind: "message", providerId: "SM2", from: [{ kind: "phone", value: "+5511987654321" }] },
        ...{ fromName: null, at: RECEIVED, text: "Oi, até às 18h 😀", contentType: "text" },
        ...{ inReplyTo: null, isAutomatic: false },
      },
    ]);
  });

  it("may be a picture", () => {
    const mms = { NumMedia: "1", MediaUrl0: "https://api.twilio.com/m/1", MediaContentType0: "image/jpeg" };
    expect(events({ ...inbound, Body: "", ...mms })).toMatchObject([
      {
        contentType: "media",
        text: "",
        media: { kind: "image", url: mms.MediaUrl0, mimeType: "image/jpeg" },
      },
    ]);
  });

  it.each([
    ["STOP", "STOP", ["message"]],
    ["START", "START", ["message"]],
    ["Nunca mais isso aqui", "STOP", ["message", "preference"]],
    ["YES", "START", ["message", "preference"]],
    ["HELP", "HELP", ["message"]],
    ["STOP", "", ["message"]],
  ])("%j that Twilio takes for %j has one effect", async (Body, OptOutType, kinds) => {
    const told = await events({ ...inbound, Body, ...(OptOutType && { OptOutType }) });
    expect(told.map(({ kind }) => kind)).toEqual(kinds);
  });

  it("passes on the wish that Twilio heard where our words do not say it", () => {
    expect(events({ ...inbound, Body: "YES", OptOutType: "START" })).toMatchObject([
      { kind: "message", text: "YES" },
      { kind: "preference", value: "resume", at: RECEIVED, detail: "YES" },
    ]);
  });

  it.each(["12345", "Amazon", "whatsapp:+5511987654321", ""])("is nobody's when it comes from %j", (From) => {
    expect(events({ ...inbound, From, Body: "Hi" })).toMatchObject([{ kind: "ignored" }]);
  });

  it("is ignored without a message", () => {
    expect(events({ Hello: "world" })).toEqual([{ kind: "ignored", what: "no message" }]);
  });
});
