import { createHash, createHmac } from "node:crypto";
import type { WebhookRequest } from "@/lib/channels/driver";
import { isSameText } from "@/lib/channels/same-text";

/**
 * Twilio's signature: base64 HMAC-SHA1 with the auth token over the address that Twilio called and the form's parameters,
 * sorted by name, each name followed by its values. A JSON body is covered by its SHA-256 in the address instead.
 * Source: twilio.com/docs/usage/security, and the order of Twilio's own validators.
 */
export function signatureOf(authToken: string, url: string, form: URLSearchParams | null): string {
  const data = form ? url + signedParameters(form) : url;
  return createHmac("sha1", authToken).update(data, "utf8").digest("base64");
}

/**
 * Whether Twilio made the request. `publicUrl` is the address that Twilio was given: proxies change host, scheme and
 * port of what arrives. Twilio signs it with or without the standard port, so both are tried.
 */
export function isSignedByTwilio(
  authToken: string,
  publicUrl: string,
  { headers, url, rawBody }: WebhookRequest,
): boolean {
  const given = headers.get("x-twilio-signature") ?? "";
  const called = `${publicUrl}${url.search}`;
  const digest = url.searchParams.get("bodySHA256");
  if (digest !== null && !isSameText(digest.toLowerCase(), sha256(rawBody))) return false;
  const form = digest === null ? new URLSearchParams(rawBody) : null;
  // Both are computed and compared whatever the first one says.
  const matches = [withPort(called), withoutPort(called)].map((one) =>
    isSameText(given, signatureOf(authToken, one, form)),
  );
  return given !== "" && matches.includes(true);
}

function signedParameters(form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  return names
    .flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value))
    .join("");
}

/** Host and port stand between the scheme and the first slash or question mark; the rest stays as it came. */
const PARTS = /^(https?:\/\/)([^/?#]*?)(:\d+)?([/?#].*)?$/s;

function withPort(address: string): string {
  const [, scheme = "", host = "", port, rest = ""] = PARTS.exec(address) ?? [];
  return scheme + host + (port ?? (scheme === "https://" ? ":443" : ":80")) + rest;
}

function withoutPort(address: string): string {
  const [, scheme = "", host = "", , rest = ""] = PARTS.exec(address) ?? [];
  return scheme + host + rest;
}

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
