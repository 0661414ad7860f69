import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import {
  deliverWebhook,
  delivery,
  signatureOf,
  statusDelivery,
  textDelivery,
} from "@/e2e/stubs/whatsapp-webhooks";
import { inboxAt, MESSAGE_ID } from "./fixtures";
import { whatsappWebhook } from "./webhook";

const inbox = inboxAt("http://127.0.0.1:1");
const hook = new URL("http://localhost/api/webhooks/whatsapp_cloud");

const handshake = (query: Record<string, string>) =>
  whatsappWebhook.handshake?.(inbox, new URL(`?${new URLSearchParams(query)}`, hook));

describe("webhook handshake", () => {
  it("answers the challenge of a subscription with our token", () => {
    const query = {
      "hub.mode": "subscribe",
      "hub.challenge": "1158201444",
      "hub.verify_token": "verify-token",
    };
    expect(handshake(query)).toBe("1158201444");
  });

  it.each([
    { "hub.mode": "subscribe", "hub.challenge": "1", "hub.verify_token": "other" },
    { "hub.mode": "subscribe", "hub.challenge": "1" },
    { "hub.mode": "unsubscribe", "hub.challenge": "1", "hub.verify_token": "verify-token" },
    { "hub.mode": "subscribe", "hub.verify_token": "verify-token" },
    {},
  ])("refuses %j", (query) => {
    expect(handshake(query as Record<string, string>)).toBeNull();
  });
});

describe("webhook signature", () => {
  const rawBody = JSON.stringify(textDelivery("16505551234", "olá"));
  const verify = (signature: string | null, body = rawBody) =>
    whatsappWebhook.verify(inbox, {
      headers: new Headers(signature === null ? {} : { "X-Hub-Signature-256": signature }),
      url: hook,
      rawBody: body,
    });

  it("is taken over the raw body with the app secret", () => {
    expect(verify(signatureOf(rawBody, "app-secret"))).toBe(true);
  });

  it.each([
    ["of another secret", signatureOf(rawBody, "other")],
    ["without its prefix", signatureOf(rawBody, "app-secret").slice(7)],
    ["cut short", signatureOf(rawBody, "app-secret").slice(0, -1)],
    ["empty", ""],
    ["missing", null],
  ])("refuses one that is %s", (_name, signature) => {
    expect(verify(signature)).toBe(false);
  });

  it("refuses a body that was changed by one space", () => {
    expect(verify(signatureOf(rawBody, "app-secret"), `${rawBody} `)).toBe(false);
  });
});

describe("a delivery over HTTP", () => {
  it("is verified and understood as Meta makes it, with everything outside ASCII escaped", async () => {
    const bodies: string[] = [];
    const server = createServer(async (request, response) => {
      const rawBody = Buffer.concat(await request.toArray()).toString("utf8");
      const headers = new Headers({ "x-hub-signature-256": String(request.headers["x-hub-signature-256"]) });
      if (whatsappWebhook.verify(inbox, { headers, url: hook, rawBody })) bodies.push(rawBody);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const status = statusDelivery("delivered", { providerId: "wamid.1", messageId: MESSAGE_ID });

    expect(await deliverWebhook(address, textDelivery("16505551234", "olá 👍"), "app-secret")).toBe(200);
    await deliverWebhook(address, textDelivery("16505551234", "olá"), "other secret");
    await deliverWebhook(address, status, "app-secret");
    await new Promise((resolve) => server.close(resolve));

    expect(bodies[0]).toContain("ol\\u00e1 \\ud83d\\udc4d");
    const events = await Promise.all(bodies.map((body) => whatsappWebhook.parse(inbox, body, new Date())));
    expect(events.flat()).toMatchObject([
      { kind: "message", text: "olá 👍" },
      { kind: "status", status: "delivered", messageId: MESSAGE_ID },
    ]);
  });
});

describe("deliveries that are not ours to read", () => {
  it.each(["", "null", "[]", "hello", "{}", '{"object":"whatsapp_business_account"}'])(
    "throws on %j",
    (rawBody) => {
      expect(() => whatsappWebhook.parse(inbox, rawBody, new Date())).toThrow();
    },
  );

  it("names the number of the same app that they are about", () => {
    const message = { id: "wamid.1", from: "16505551234", type: "text", text: { body: "oi" } };
    const rawBody = JSON.stringify(
      delivery({ phoneNumberId: "999999999", messages: [message, { id: "x" }] }),
    );
    expect(whatsappWebhook.parse(inbox, rawBody, new Date())).toMatchObject([
      { kind: "elsewhere", sender: "999999999", event: { kind: "message", text: "oi" } },
      { kind: "ignored", what: "message without a sender" },
    ]);
  });
});
