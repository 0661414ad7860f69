import { STUB_API_KEY, STUB_INSTANCE } from "@/e2e/stubs/evolution-server";
import type { DriverInbox, OutboundMessage } from "@/lib/channels/driver";
import type { OutboundContent } from "@/lib/core/facts";
import { type EvolutionConfig, type EvolutionSecrets, evolutionConfigSchema } from "./config";

export const VERIFY_TOKEN = "our-own-token-of-24-chars";

export const evolutionInbox = (baseUrl: string): DriverInbox<EvolutionConfig, EvolutionSecrets> => ({
  id: "018f4e1e-7a6b-4000-8000-0000000000ad",
  channel: "whatsapp",
  config: evolutionConfigSchema.parse({ baseUrl, instance: STUB_INSTANCE }),
  secrets: { apiKey: STUB_API_KEY, verifyToken: VERIFY_TOKEN },
  webhookUrl: "https://app.example/api/webhooks/evolution/a/b",
});

export const message = (overrides: Partial<OutboundMessage> = {}): OutboundMessage => ({
  id: "018f4e1e-7a6b-4000-8000-000000000001",
  to: "5511987654321",
  toName: "Ana",
  locale: "pt-BR",
  content: { type: "text", text: "Oi Ana 😀", subject: null },
  references: [],
  ...overrides,
});

export const rich = (parts: Partial<Extract<OutboundContent, { type: "rich" }>>): OutboundMessage => {
  const none = { subject: null, preheader: null, media: null, quickReplies: [] };
  return message({ content: { type: "rich", text: "*Oi*", ...none, ...parts } });
};
