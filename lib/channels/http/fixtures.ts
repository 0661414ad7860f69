import type { DriverInbox, OutboundMessage } from "@/lib/channels/driver";
import type { Channel } from "@/lib/core/model";
import { type HttpConfig, type HttpSecrets, httpConfigSchema } from "./config";

export const MESSAGE_ID = "018f4e1e-7a6b-4000-8000-000000000001";
export const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

export function gatewayInbox(
  url: string,
  { secret = SECRET, previousSecret = "", channel = "whatsapp" as Channel } = {},
): DriverInbox<HttpConfig, HttpSecrets> {
  return {
    id: "018f4e1e-7a6b-4000-8000-0000000000ac",
    channel,
    config: httpConfigSchema.parse({ url }),
    secrets: { signingSecret: secret, previousSecret },
    webhookUrl: "https://app.example/api/webhooks/http/a/b",
  };
}

export const message = (overrides: Partial<OutboundMessage> = {}): OutboundMessage => ({
  id: MESSAGE_ID,
  to: "5511987654321",
  toName: "Ana",
  locale: "pt-BR",
  content: { type: "text", text: "Oi Ana, até às 18h 😀", subject: null },
  references: [],
  ...overrides,
});
