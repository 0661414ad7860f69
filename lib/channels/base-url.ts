import * as z from "zod";

/** Whether a host name is this machine itself. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "[::1]" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);

/**
 * Address of a provider's API, without a trailing slash. Credentials travel to it, so plain http is taken for this
 * machine only.
 */
export const baseUrlSchema = z
  .string()
  .trim()
  .max(300)
  .refine(isAllowed, { error: "Use an https address (http only for this machine)" })
  .transform((text) => text.replace(/\/+$/, ""));

function isAllowed(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username || url.password || url.search || url.hash) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}
