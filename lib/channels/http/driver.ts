import { randomUUID } from "node:crypto";
import { callHttp } from "@/lib/channels/call-http";
import type { ChannelDriver, DriverInbox } from "@/lib/channels/driver";
import { env } from "@/lib/env";
import { outcomeOf } from "./answer";
import { type HttpConfig, type HttpSecrets, httpConfigSchema, httpSecretsSchema } from "./config";
import type { OutboundPayload } from "./payloads";
import { payloadOf } from "./request";
import { signedHeaders } from "./signature";
import { httpWebhook } from "./webhook";

type Inbox = DriverInbox<HttpConfig, HttpSecrets>;

/**
 * A gateway of the account's own, spoken to as `docs/http-channel.md` says. It must take one attempt id once, however
 * often it is sent. `timeoutMs` is for one whole call.
 */
export function createHttpDriver({ timeoutMs = 20_000 } = {}): ChannelDriver<HttpConfig, HttpSecrets> {
  const call = ({ config, secrets }: Inbox, id: string, payload: OutboundPayload, now: Date) => {
    const body = JSON.stringify(payload);
    return callHttp({
      method: "POST",
      url: config.url,
      headers: {
        "content-type": "application/json",
        "user-agent": "Follow-ups",
        "idempotency-key": id,
        ...signedHeaders(secrets, { id, body, now }),
      },
      body,
      timeoutMs,
      guard: { allowsPrivate: env.mayCallPrivate },
    });
  };

  return {
    provider: "http",
    channels: ["whatsapp", "sms", "email"],
    hasWindow: false,
    // A gateway to WhatsApp may know them: it gets the name and the values, and says what it thinks of them.
    hasTemplates: true,
    isIdempotent: true,
    configSchema: httpConfigSchema,
    secretsSchema: httpSecretsSchema,
    webhook: httpWebhook,

    async send(inbox, message) {
      const now = new Date();
      return outcomeOf(await call(inbox, message.id, payloadOf(inbox, message, now), now), message.id);
    },

    async checkConnection(inbox) {
      const now = new Date();
      const data = { inbox_id: inbox.id };
      const check = { type: "connection.check" as const, timestamp: now.toISOString(), data };
      const result = await call(inbox, randomUUID(), check, now);
      if (result.kind === "failure") return { ok: false, detail: result.detail };
      const { host } = new URL(inbox.config.url);
      if (result.status >= 200 && result.status < 300) return { ok: true, label: host };
      return { ok: false, detail: `${host} answered with HTTP status ${result.status}` };
    },
  };
}

export const httpDriver = createHttpDriver();
