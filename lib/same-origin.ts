import { env } from "@/lib/env";

/**
 * Whether a state-changing request came from a page of this application. `Sec-Fetch-Site` and `Origin` are set by
 * browsers and cannot be forged by another site's page; each that is present must agree, and one must be present
 * (https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site).
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site === null && origin === null) return false;
  if (site !== null && site !== "same-origin") return false;
  return origin === null || isOurs(origin, headers);
}

/** The configured address, or whatever host the browser itself asked for: another site's page cannot choose that. */
function isOurs(origin: string, headers: Headers): boolean {
  if (!URL.canParse(origin)) return false;
  return origin === new URL(env.appUrl).origin || new URL(origin).host === headers.get("host");
}
