import * as z from "zod";
import { callHttp } from "@/lib/channels/call-http";
import type {
  ChannelDriver,
  ConnectionCheck,
  DriverInbox,
  MediaAnswer,
  SendOutcome,
  TemplateListing,
} from "@/lib/channels/driver";
import { detailOf, errorOf, outcomeOf } from "./answer";
import {
  type WhatsappConfig,
  type WhatsappSecrets,
  whatsappConfigSchema,
  whatsappSecretsSchema,
} from "./config";
import { HEALTH_FIELDS, healthOf } from "./health";
import { fetchMedia } from "./media";
import { requestOf } from "./request";
import { recipientScope } from "./scope";
import { listTemplates } from "./templates";
import { whatsappWebhook } from "./webhook";

type Inbox = DriverInbox<WhatsappConfig, WhatsappSecrets>;

/** Meta's WhatsApp Cloud API, one inbox per phone number. `timeoutMs` is for one whole call. */
export function createWhatsappDriver({
  timeoutMs = 15_000,
} = {}): ChannelDriver<WhatsappConfig, WhatsappSecrets> {
  return {
    provider: "whatsapp_cloud",
    channels: ["whatsapp"],
    hasWindow: true,
    hasTemplates: true,
    isIdempotent: false,
    // Of every number; Meta tells of more, and of a number that an app on a phone shares.
    pace: { perSecond: 80, pairGapSeconds: 6, recipientScope: scopeOfConfig },
    configSchema: whatsappConfigSchema,
    secretsSchema: whatsappSecretsSchema,
    webhook: whatsappWebhook,
    senderOf: (config) => whatsappConfigSchema.parse(config).phoneNumberId,

    async send(inbox, message) {
      const request = requestOf(message);
      if (request.kind === "refused") return request;
      const result = await callHttp({
        method: "POST",
        url: `${addressOf(inbox)}/messages`,
        headers: { ...authorization(inbox), "content-type": "application/json" },
        body: JSON.stringify(request.body),
        timeoutMs,
      });
      return withoutToken(withoutKnown(outcomeOf(result), message.to), inbox);
    },

    async checkConnection(inbox) {
      const result = await callHttp({
        method: "GET",
        url: `${addressOf(inbox)}?fields=display_phone_number,verified_name`,
        headers: authorization(inbox),
        timeoutMs,
      });
      if (result.kind === "failure") return { ok: false, detail: result.detail };
      const error = errorOf(result);
      if (error) return withoutToken<ConnectionCheck>({ ok: false, detail: detailOf(error) }, inbox);
      return labelOf(result.status, result.body);
    },

    async listTemplates(inbox) {
      return withoutToken(await listTemplates(inbox, authorization(inbox), timeoutMs), inbox);
    },

    async readHealth(inbox) {
      const url = `${addressOf(inbox)}?fields=${HEALTH_FIELDS}`;
      const result = await callHttp({ method: "GET", url, headers: authorization(inbox), timeoutMs });
      return healthOf(result, new Date());
    },

    async fetchMedia(inbox, media) {
      return withoutToken(await fetchMedia(inbox, media, authorization(inbox), timeoutMs), inbox);
    },
  };
}

const scopeOfConfig = (config: unknown): string => recipientScope(whatsappConfigSchema.parse(config));

export const whatsappDriver = createWhatsappDriver();

const addressOf = ({ config }: Inbox) => `${config.baseUrl}/${config.apiVersion}/${config.phoneNumberId}`;
const authorization = ({ secrets }: Inbox) => ({ authorization: `Bearer ${secrets.accessToken}` });

/** Meta repeats a malformed token in its error text, and details are stored and shown. */
function withoutToken<T extends SendOutcome | ConnectionCheck | TemplateListing | MediaAnswer>(
  outcome: T,
  { secrets }: Inbox,
): T {
  if (!("detail" in outcome)) return outcome;
  return { ...outcome, detail: outcome.detail.replaceAll(secrets.accessToken, "…") };
}

/** What the answer calls the recipient, where we did not know it by that name. */
function withoutKnown(outcome: SendOutcome, to: string): SendOutcome {
  if (outcome.kind !== "accepted" || !outcome.identities) return outcome;
  const { identities, ...rest } = outcome;
  const known = [to, to.replace(/\D/g, "")];
  const others = identities.filter(({ value }) => !known.includes(value));
  return others.length > 0 ? { ...rest, identities: others } : rest;
}

const phoneNumberSchema = z.looseObject({
  display_phone_number: z.string(),
  verified_name: z.string().optional(),
});

function labelOf(status: number, body: string): ConnectionCheck {
  try {
    const number = phoneNumberSchema.parse(JSON.parse(body));
    const label = [number.verified_name, number.display_phone_number].filter(Boolean).join(", ");
    return { ok: true, label };
  } catch {
    return {
      ok: false,
      detail: `The address answered (HTTP status ${status}), but not like the WhatsApp API`,
    };
  }
}
