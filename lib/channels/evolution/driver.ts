import * as z from "zod";
import { callHttp } from "@/lib/channels/call-http";
import type { ChannelDriver, DriverInbox } from "@/lib/channels/driver";
import { env } from "@/lib/env";
import { outcomeOf, wordsOf } from "./answer";
import {
  type EvolutionConfig,
  type EvolutionSecrets,
  evolutionConfigSchema,
  evolutionSecretsSchema,
} from "./config";
import { connectionOf } from "./connection";
import { requestOf } from "./request";
import { evolutionWebhook } from "./webhook";

type Inbox = DriverInbox<EvolutionConfig, EvolutionSecrets>;

/**
 * A WhatsApp number behind an Evolution API server, which speaks to WhatsApp as a linked phone does. WhatsApp forbids it
 * and may ban the number, so it is slow unless a person decides otherwise. `timeoutMs` is for one whole call.
 */
export function createEvolutionDriver({
  timeoutMs = 30_000,
} = {}): ChannelDriver<EvolutionConfig, EvolutionSecrets> {
  const call = (inbox: Inbox, path: string, body?: object) =>
    callHttp({
      method: body ? "POST" : "GET",
      url: `${inbox.config.baseUrl}/${path}/${encodeURIComponent(inbox.config.instance)}`,
      headers: { apikey: inbox.secrets.apiKey, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
      timeoutMs,
      guard: { allowsPrivate: env.mayCallPrivate },
    });

  const readState = async (inbox: Inbox): Promise<{ state: string } | { detail: string }> => {
    const result = await call(inbox, "instance/connectionState");
    if (result.kind === "failure") return { detail: result.detail };
    const words = wordsOf(result);
    if (words) return { detail: words };
    const state = stateOf(result.body);
    return state
      ? { state }
      : { detail: `The address answered (HTTP status ${result.status}), but not like Evolution API` };
  };

  return {
    provider: "evolution",
    channels: ["whatsapp"],
    hasWindow: false,
    hasTemplates: false,
    hasBanRisk: true,
    isIdempotent: false,
    // What vendors and users advise against bans is weak evidence; this is the careful end of it.
    pace: { gapSeconds: { from: 20, to: 90 }, perHour: 20, perDay: 50 },
    configSchema: evolutionConfigSchema,
    secretsSchema: evolutionSecretsSchema,
    webhook: evolutionWebhook,

    async send(inbox, message) {
      const request = requestOf(message);
      if (request.kind === "refused") return request;
      return outcomeOf(await call(inbox, request.path, request.body));
    },

    async checkConnection(inbox) {
      const read = await readState(inbox);
      if ("detail" in read) return { ok: false, detail: read.detail };
      if (read.state === "open") return { ok: true, label: inbox.config.instance };
      const detail = `The phone of ${inbox.config.instance} is not connected (${read.state}): scan its QR code on the server`;
      return { ok: false, detail };
    },

    async readHealth(inbox) {
      const read = await readState(inbox);
      if ("detail" in read) return null;
      return { connection: connectionOf(read.state), checkedAt: new Date().toISOString() };
    },
  };
}

export const evolutionDriver = createEvolutionDriver();

const stateSchema = z.looseObject({ instance: z.looseObject({ state: z.string() }) });

function stateOf(body: string): string | null {
  try {
    return stateSchema.parse(JSON.parse(body)).instance.state;
  } catch {
    return null;
  }
}
