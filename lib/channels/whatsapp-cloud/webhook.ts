import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { WebhookSide } from "@/lib/channels/driver";
import type { WhatsappConfig, WhatsappSecrets } from "./config";
import { parseDelivery } from "./parse";

/** Meta's side of the webhook: subscription handshake, signature over the raw body, and the events within. */
export const whatsappWebhook: WebhookSide<WhatsappConfig, WhatsappSecrets> = {
  shownSecret: "verifyToken",

  handshake({ secrets }, url) {
    const token = url.searchParams.get("hub.verify_token") ?? "";
    const challenge = url.searchParams.get("hub.challenge");
    const isMine = isSame(token, secrets.verifyToken);
    return isMine && url.searchParams.get("hub.mode") === "subscribe" ? challenge : null;
  },

  verify({ secrets }, { headers, rawBody }) {
    const expected = createHmac("sha256", secrets.appSecret).update(rawBody).digest("hex");
    return isSame(headers.get("x-hub-signature-256") ?? "", `sha256=${expected}`);
  },

  parse: ({ config }, body, receivedAt) => parseDelivery(body, config, receivedAt ?? new Date()),
};

/** Compares in constant time; the digests make the lengths equal. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
