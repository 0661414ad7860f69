import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { STUB_API_KEY, tokenOf } from "@/e2e/stubs/evolution-server";
import type { WebhookRequest } from "@/lib/channels/driver";
import { evolutionInbox, VERIFY_TOKEN } from "./fixtures";
import { evolutionWebhook } from "./webhook";

const inbox = evolutionInbox("https://evolution.example");

function delivery({ query = "", authorization = "", apikey = null as string | null } = {}): WebhookRequest {
  const rawBody = JSON.stringify({ event: "messages.upsert", instance: "shop", data: {}, apikey });
  return {
    url: new URL(`https://app.example/api/webhooks/evolution/a/b${query}`),
    headers: new Headers(authorization ? { authorization } : {}),
    rawBody,
  };
}

describe("who calls", () => {
  it("shows the address that proves the server", () => {
    const address = evolutionWebhook.addressOf?.(inbox) ?? "";
    expect(evolutionWebhook.verify(inbox, delivery({ query: new URL(address).search }))).toBe(true);
  });

  it.each([
    ["our token in the address", { query: `?token=${VERIFY_TOKEN}` }],
    ["a JWT signed with it", { authorization: `Bearer ${tokenOf(VERIFY_TOKEN)}` }],
    ["a JWT of a late try", { authorization: `Bearer ${tokenOf(VERIFY_TOKEN, { lifeSeconds: -1800 })}` }],
    ["the API key in the body", { apikey: STUB_API_KEY }],
    ["one right proof among wrong ones", { query: "?token=x", apikey: STUB_API_KEY }],
  ])("is the server with %s", (_, parts) => {
    expect(evolutionWebhook.verify(inbox, delivery(parts))).toBe(true);
  });

  const unsigned = (header: object) => {
    const [, payload, signature] = tokenOf(VERIFY_TOKEN).split(".");
    return `Bearer ${Buffer.from(JSON.stringify(header)).toString("base64url")}.${payload}.${signature}`;
  };
  const withoutEnd = () => {
    const signed = `${Buffer.from('{"alg":"HS256"}').toString("base64url")}.${Buffer.from("{}").toString("base64url")}`;
    return `Bearer ${signed}.${createHmac("sha256", VERIFY_TOKEN).update(signed).digest("base64url")}`;
  };
  it.each([
    ["nothing", {}],
    ["an empty token", { query: "?token=" }],
    ["another token", { query: "?token=0123456789abcdef" }],
    ["a JWT of another key", { authorization: `Bearer ${tokenOf("another key")}` }],
    [
      "a JWT that has long been over",
      { authorization: `Bearer ${tokenOf(VERIFY_TOKEN, { lifeSeconds: -7200 })}` },
    ],
    ["a JWT without a signature", { authorization: unsigned({ alg: "none" }) }],
    ["a JWT that never ends", { authorization: withoutEnd() }],
    ["no JWT at all", { authorization: "Bearer ..." }],
    ["another API key", { apikey: "Apikey not found" }],
    ["an empty API key", { apikey: "" }],
  ])("is nobody with %s", (_, parts) => {
    expect(evolutionWebhook.verify(inbox, delivery(parts))).toBe(false);
  });
});
