import type { HttpAnswer } from "./call-http";

/** Protects a message from a server that means "never": it is asked again at the latest after a day. */
const MOST_SECONDS = 86_400;

/** Seconds of a Retry-After header, in its number or its date form (RFC 9110 section 10.2.3); null without one. */
export function retryAfter({ headers }: Pick<HttpAnswer, "headers">, now = new Date()): number | null {
  const text = headers["retry-after"]?.trim();
  if (!text) return null;
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text), MOST_SECONDS);
  // Names of day and month tell a date from anything else that Date.parse would take.
  const at = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) return null;
  return Math.min(Math.max(Math.ceil((at - now.getTime()) / 1000), 0), MOST_SECONDS);
}
