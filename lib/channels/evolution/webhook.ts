import type { WebhookSide } from "@/lib/channels/driver";
import type { EvolutionConfig, EvolutionSecrets } from "./config";
import { parseDelivery } from "./parse";
import { isFromServer, TOKEN_PARAMETER } from "./verify";

/** Messages, their statuses and the connection, as an Evolution API server tells them. */
export const evolutionWebhook: WebhookSide<EvolutionConfig, EvolutionSecrets> = {
  shownSecret: "verifyToken",
  addressOf: ({ webhookUrl, secrets }) => `${webhookUrl}?${TOKEN_PARAMETER}=${secrets.verifyToken}`,
  verify: ({ secrets }, request) => isFromServer(secrets, request),
  parse: ({ config }, body, receivedAt = new Date()) => parseDelivery(body, config.instance, receivedAt),
};
