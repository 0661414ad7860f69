import type { DriverInbox, OutboundMessage } from "@/lib/channels/driver";
import { type SmtpConfig, type SmtpSecrets, smtpConfigSchema, smtpSecretsSchema } from "./config";

export const MAIL_ID = "018f4e1e-7a6b-7000-8000-000000000002";

type Settings = Partial<Record<keyof SmtpConfig, unknown>>;

export const inboxAt = (
  port: number,
  settings: Settings = {},
  secrets: Partial<SmtpSecrets> = {},
): DriverInbox<SmtpConfig, SmtpSecrets> => ({
  id: "018f4e1e-7a6b-7000-8000-0000000000bb",
  channel: "email",
  config: smtpConfigSchema.parse({
    host: "127.0.0.1",
    port,
    security: "none",
    fromName: "Demo Shop",
    fromAddress: "hello@shop.example",
    ...settings,
  }),
  secrets: smtpSecretsSchema.parse(secrets),
  webhookUrl: "https://app.example/api/webhooks/smtp",
});

export const mailMessage = (overrides: Partial<OutboundMessage> = {}): OutboundMessage => ({
  id: MAIL_ID,
  to: "ana@example.com",
  toName: "Ana Souza",
  locale: "pt-BR",
  content: { type: "text", text: "Oi Ana,\n\ntudo bem?", subject: "Seu orçamento" },
  references: [],
  ...overrides,
});
