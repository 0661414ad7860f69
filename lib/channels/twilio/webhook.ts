import type { WebhookSide } from "@/lib/channels/driver";
import type { TwilioConfig, TwilioSecrets } from "./config";
import { KEPT_MESSAGE, parseForm } from "./parse";
import { MESSAGE_PARAMETER } from "./request";
import { isSignedByTwilio } from "./signature";

/** Status callbacks and inbound messages, which Twilio sends as forms to one and the same address. */
export const twilioWebhook: WebhookSide<TwilioConfig, TwilioSecrets> = {
  verify: ({ secrets, webhookUrl }, request) => isSignedByTwilio(secrets.authToken, webhookUrl, request),

  /** Our message id stands in the address, which is not stored. What the form itself says under that name is dropped. */
  keep({ url, rawBody }) {
    const message = url.searchParams.get(MESSAGE_PARAMETER);
    const form = new URLSearchParams(rawBody);
    form.delete(KEPT_MESSAGE);
    if (message) form.set(KEPT_MESSAGE, message);
    return { body: form.toString(), dedupeKey: `${url.search}\n${rawBody}` };
  },

  parse: (_inbox, body, receivedAt = new Date()) => parseForm(body, receivedAt),

  /** What Twilio does next with an inbound message: nothing. Anything that is not XML is logged as an error there. */
  answer: { contentType: "text/xml", body: '<?xml version="1.0" encoding="UTF-8"?><Response/>' },
};
