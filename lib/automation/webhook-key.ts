import { createHmac, hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

/**
 * What the account's calls are signed with, as receivers' libraries take it (`whsec_` and base64). It follows from
 * APP_SECRET and the account, so there is nothing to store.
 */
export const webhookKeyOf = (accountId: string): string => `whsec_${keyOf(accountId).toString("base64")}`;

/** The headers of Standard Webhooks: id, seconds, and HMAC-SHA-256 over `id.seconds.body`. */
export function sign(accountId: string, { id, body, at }: { id: string; body: string; at: Date }) {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac("sha256", keyOf(accountId))
    .update(`${id}.${seconds}.${body}`)
    .digest("base64");
  return { "webhook-id": id, "webhook-timestamp": seconds, "webhook-signature": `v1,${signature}` };
}

const keyOf = (accountId: string): Buffer =>
  Buffer.from(hkdfSync("sha256", env.appSecret, "follow-ups webhooks", accountId, 32));
