import * as z from "zod";
import { callHttp, type HttpAnswer } from "@/lib/channels/call-http";
import type { ChannelDriver, ConnectionCheck, DriverInbox } from "@/lib/channels/driver";
import { env } from "@/lib/env";
import { detailOf, errorOf, outcomeOf } from "./answer";
import { type TwilioConfig, type TwilioSecrets, twilioConfigSchema, twilioSecretsSchema } from "./config";
import { formOf } from "./request";
import { twilioWebhook } from "./webhook";

type Inbox = DriverInbox<TwilioConfig, TwilioSecrets>;

/** SMS by Twilio's API, version 2010-04-01. `timeoutMs` is for one whole call. */
export function createTwilioDriver({ timeoutMs = 15_000 } = {}): ChannelDriver<TwilioConfig, TwilioSecrets> {
  return {
    provider: "twilio",
    channels: ["sms"],
    hasWindow: false,
    hasTemplates: false,
    isIdempotent: false,
    configSchema: twilioConfigSchema,
    secretsSchema: twilioSecretsSchema,
    webhook: twilioWebhook,

    async send(inbox, message) {
      const form = formOf(inbox, message);
      if (!form) {
        const detail = "The address is no international phone number";
        return { kind: "refused", reaction: "switch_channel", code: "bad_address", detail };
      }
      const result = await callHttp({
        method: "POST",
        url: `${accountOf(inbox)}/Messages.json`,
        headers: { ...authorization(inbox), "content-type": "application/x-www-form-urlencoded" },
        body: form.toString(),
        timeoutMs,
        guard: { allowsPrivate: env.mayCallPrivate },
      });
      return outcomeOf(result);
    },

    async checkConnection(inbox) {
      const result = await callHttp({
        method: "GET",
        url: `${accountOf(inbox)}.json`,
        headers: authorization(inbox),
        timeoutMs,
        guard: { allowsPrivate: env.mayCallPrivate },
      });
      if (result.kind === "failure") return { ok: false, detail: result.detail };
      const error = errorOf(result);
      return error ? { ok: false, detail: detailOf(error) } : checkOf(result);
    },
  };
}

export const twilioDriver = createTwilioDriver();

const accountOf = ({ config }: Inbox) => `${config.baseUrl}/2010-04-01/Accounts/${config.accountSid}`;

const authorization = ({ config, secrets }: Inbox) => ({
  authorization: `Basic ${Buffer.from(`${config.accountSid}:${secrets.authToken}`).toString("base64")}`,
});

const accountSchema = z.looseObject({ friendly_name: z.string(), status: z.string() });

function checkOf({ status, body }: HttpAnswer): ConnectionCheck {
  try {
    const account = accountSchema.parse(JSON.parse(body));
    if (account.status === "active") return { ok: true, label: account.friendly_name };
    return { ok: false, detail: `The account is ${account.status}` };
  } catch {
    return { ok: false, detail: `The address answered (HTTP status ${status}), but not like Twilio` };
  }
}
