import { Webhook } from "standardwebhooks";
import type { WebhookRequest } from "@/lib/channels/driver";
import type { HttpSecrets } from "./config";

const secretsOf = ({ signingSecret, previousSecret }: HttpSecrets): string[] =>
  previousSecret ? [signingSecret, previousSecret] : [signingSecret];

/**
 * Headers of Standard Webhooks 1.0: a signature with each secret, so that a gateway which knows one of them believes us.
 */
export function signedHeaders(
  secrets: HttpSecrets,
  { id, body, now }: { id: string; body: string; now: Date },
): Record<string, string> {
  const signatures = secretsOf(secrets).map((secret) => new Webhook(secret).sign(id, now, body));
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": signatures.join(" "),
  };
}

/** Whether one of the secrets signed it within five minutes of now; the library compares in constant time. */
export function isSignedByGateway(secrets: HttpSecrets, { headers, rawBody }: WebhookRequest): boolean {
  const given = Object.fromEntries(headers);
  // Both are tried whatever the first one says.
  return secretsOf(secrets)
    .map((secret) => isSignedWith(secret, given, rawBody))
    .includes(true);
}

function isSignedWith(secret: string, headers: Record<string, string>, body: string): boolean {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}
