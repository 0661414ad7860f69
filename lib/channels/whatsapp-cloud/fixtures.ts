import { STUB_BUSINESS_ACCOUNT_ID, STUB_PHONE_NUMBER_ID } from "@/e2e/stubs/whatsapp-webhooks";
import type { DriverInbox, OutboundMessage } from "@/lib/channels/driver";
import type { OutboundContent } from "@/lib/core/facts";
import { type WhatsappConfig, type WhatsappSecrets, whatsappConfigSchema } from "./config";

export const MESSAGE_ID = "018f4e1e-7a6b-7000-8000-000000000001";

export function inboxAt(baseUrl: string): DriverInbox<WhatsappConfig, WhatsappSecrets> {
  return {
    id: "018f4e1e-7a6b-7000-8000-0000000000aa",
    channel: "whatsapp",
    config: whatsappConfigSchema.parse({
      phoneNumberId: STUB_PHONE_NUMBER_ID,
      businessAccountId: STUB_BUSINESS_ACCOUNT_ID,
      baseUrl,
    }),
    secrets: { accessToken: "stub-token", appSecret: "app-secret", verifyToken: "verify-token" },
    webhookUrl: "https://app.example/api/webhooks/whatsapp_cloud",
  };
}

export const textMessage = (overrides: Partial<OutboundMessage> = {}): OutboundMessage => ({
  id: MESSAGE_ID,
  to: "5511987654321",
  toName: "Ana",
  locale: "pt-BR",
  content: { type: "text", text: "Oi Ana, tudo bem?", subject: null },
  references: [],
  ...overrides,
});

export const templateMessage = (parameters: string[]): OutboundMessage =>
  textMessage({
    content: { type: "template", name: "follow_up", language: "pt_BR", parameters, text: "Oi Ana" },
  });

export const richMessage = (
  parts: Partial<Extract<OutboundContent, { type: "rich" }>>,
  overrides: Partial<OutboundMessage> = {},
): OutboundMessage =>
  textMessage({
    content: {
      ...{ type: "rich", text: "*Oi* Ana", subject: null, preheader: null, media: null, quickReplies: [] },
      ...parts,
    },
    ...overrides,
  });
