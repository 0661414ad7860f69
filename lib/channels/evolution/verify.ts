import { createHmac } from "node:crypto";
import * as z from "zod";
import type { WebhookRequest } from "@/lib/channels/driver";
import { isSameText } from "@/lib/channels/same-text";
import type { EvolutionSecrets } from "./config";
import { deliverySchema } from "./webhook-shapes";

/** The part of the address that proves a delivery, as the server's own screen cannot set headers. */
export const TOKEN_PARAMETER = "token";

/**
 * Whether the server made the request: by our token in the address, by a JWT (HS256) that it signed with that token as its
 * `jwt_key`, or by its API key in the body. One of them is enough; all are compared in constant time.
 */
export function isFromServer(secrets: EvolutionSecrets, { headers, url, rawBody }: WebhookRequest): boolean {
  const proofs = [
    isSameText(url.searchParams.get(TOKEN_PARAMETER) ?? "", secrets.verifyToken),
    isSignedToken(/^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? "", secrets.verifyToken),
    isSameText(keyOf(rawBody), secrets.apiKey),
  ];
  return proofs.includes(true);
}

const claimsSchema = z.looseObject({ exp: z.number() });

/**
 * The server makes a token once for all its tries of a delivery, which go on for longer than the ten minutes that the
 * token is meant for.
 */
const LATE_TRIES_SECONDS = 3600;

function isSignedToken(token: string, key: string): boolean {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const expected = createHmac("sha256", key).update(`${header}.${payload}`).digest("base64url");
  // The algorithm is ours to say: whatever the header claims, only this signature counts.
  if (!isSameText(signature, expected)) return false;
  const claims = claimsSchema.safeParse(parseJson(Buffer.from(payload, "base64url").toString("utf8")));
  return claims.success && claims.data.exp + LATE_TRIES_SECONDS > Date.now() / 1000;
}

function keyOf(rawBody: string): string {
  const delivery = deliverySchema.safeParse(parseJson(rawBody));
  return delivery.success ? (delivery.data.apikey ?? "") : "";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
