import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { type HttpStub, post, startHttpStub } from "./http-stub";

// How to use: `const gateway = await startGatewayStub()`; type `gateway.url` and `gateway.secret` into the form of the
// inbox "Your own gateway (HTTP)"; the application must run with WEBHOOKS_TO_PRIVATE=1. `gateway.messages` is what was
// taken, each attempt once; `violations` of a request that a gateway following the documentation would refuse.
// `gateway.deliver(webhookAddress, { type, data })` signs and posts an event and resolves to the HTTP status.

export type TakenByGateway = { providerId: string; data: Record<string, unknown> };

export type GatewayStub = HttpStub & {
  secret: string;
  messages: TakenByGateway[];
  /** What was wrong with requests, in words; empty while all were signed and shaped well. */
  violations: string[];
  deliver(
    webhook: string,
    event: { type: string; data: object; timestamp?: string },
    options?: { id?: string; secret?: string; at?: Date },
  ): Promise<number>;
};

/** A gateway that follows `docs/http-channel.md`: checks signatures and takes one attempt once. */
export async function startGatewayStub({ port = 0, secret = newSecret() } = {}): Promise<GatewayStub> {
  const messages: TakenByGateway[] = [];
  const violations: string[] = [];
  const stub = await startHttpStub(
    ({ method, headers, body }) => {
      const id = String(headers["webhook-id"]);
      const wanted = signatureOf(secret, id, String(headers["webhook-timestamp"]), body);
      const signatures = String(headers["webhook-signature"]).split(" ");
      if (method !== "POST" || !signatures.includes(wanted)) {
        violations.push(`a request that is not signed with our secret: ${method}`);
        return { status: 401, body: { code: "bad_signature" } };
      }
      const event = JSON.parse(body) as { type: string; data: Record<string, unknown> };
      if (event.type === "connection.check") return { status: 200, body: {} };
      const key = headers["idempotency-key"];
      if (key !== event.data.attempt_id || key !== id) violations.push("ids that are not the attempt's");
      const known = messages.find(({ data }) => data.attempt_id === key);
      const taken = known ?? { providerId: `gw-${messages.length + 1}`, data: event.data };
      if (!known) messages.push(taken);
      return { status: 202, body: { provider_message_id: taken.providerId } };
    },
    { port },
  );
  return {
    ...stub,
    secret,
    messages,
    violations,
    deliver(
      webhook,
      { type, data, timestamp },
      { id = randomUUID(), secret: key = secret, at = new Date() } = {},
    ) {
      const body = JSON.stringify({ type, timestamp: timestamp ?? at.toISOString(), data });
      const seconds = String(Math.floor(at.getTime() / 1000));
      return post(webhook, body, {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": seconds,
        "webhook-signature": signatureOf(key, id, seconds, body),
      });
    },
  };
}

/** Written here from Standard Webhooks 1.0 and not taken from a library, so that each checks the other. */
export function signatureOf(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}

const newSecret = () => `whsec_${randomBytes(32).toString("base64")}`;
