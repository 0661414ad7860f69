import { STUB_ACCOUNT_SID, STUB_AUTH_TOKEN } from "@/e2e/stubs/twilio-server";
import type { DriverInbox, OutboundMessage } from "@/lib/channels/driver";
import { type TwilioConfig, type TwilioSecrets, twilioConfigSchema } from "./config";

export const MESSAGE_ID = "018f4e1e-7a6b-7000-8000-000000000001";
export const WEBHOOK_URL = "https://app.example/api/webhooks/twilio/a/b";

export function twilioInbox(
  baseUrl: string,
  sender = "+15005550006",
): DriverInbox<TwilioConfig, TwilioSecrets> {
  return {
    id: "018f4e1e-7a6b-7000-8000-0000000000ab",
    channel: "sms",
    config: twilioConfigSchema.parse({ accountSid: STUB_ACCOUNT_SID, sender, baseUrl }),
    secrets: { authToken: STUB_AUTH_TOKEN },
    webhookUrl: WEBHOOK_URL,
  };
}

export const sms = (overrides: Partial<OutboundMessage> = {}): OutboundMessage => ({
  id: MESSAGE_ID,
  to: "+5511987654321",
  toName: "Ana",
  locale: "pt-BR",
  content: { type: "text", text: "Oi Ana, tudo bem? ç ã 😀", subject: null },
  references: [],
  ...overrides,
});
