import type { WebhookSide } from "@/lib/channels/driver";
import type { HttpConfig, HttpSecrets } from "./config";
import { parseEvent } from "./parse";
import { isSignedByGateway } from "./signature";

/** What a gateway tells us: signed as what we send it, and known by its `webhook-id` when it comes again. */
export const httpWebhook: WebhookSide<HttpConfig, HttpSecrets> = {
  shownSecret: "signingSecret",
  verify: ({ secrets }, request) => isSignedByGateway(secrets, request),
  keep: ({ headers }) => ({ dedupeKey: `webhook-id ${headers.get("webhook-id")}` }),
  parse: ({ channel }, body) => parseEvent(body, channel),
};
