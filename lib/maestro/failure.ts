import type { HttpAnswer, HttpFailure } from "@/lib/channels/call-http";
import { retryAfter } from "@/lib/channels/retry-after";
import type { AiOutcome } from "@/lib/core/model-maestro";

export type Failure = {
  outcome: Exclude<AiOutcome, "ok" | "blocked" | "budget">;
  code: string;
  detail: string;
};

const MAX_DETAIL = 300;

/** What no answer at all means. */
export function failureOfWire({ code, detail }: HttpFailure): Failure {
  if (code === "timeout") return { outcome: "timeout", code, detail };
  if (code === "too_large") return { outcome: "nonsense", code, detail };
  return { outcome: "unavailable", code, detail };
}

/** What an answer other than a completion means; null where it is one, as far as its status tells. */
export function failureOfStatus(answer: HttpAnswer): Failure | null {
  const status = statusOf(answer);
  if (status < 300) return null;
  const words = wordsOf(answer.body);
  const detail = words ? `${status}: ${words}` : `HTTP status ${status}`;
  const code = status === 404 ? "not_found" : `http_${status}`;
  if (status === 401 || status === 402 || status === 403) return { outcome: "unauthorized", code, detail };
  if (status === 429) {
    const seconds = retryAfter(answer);
    const wait = seconds === null ? "" : ` (asks to wait ${seconds} s)`;
    return { outcome: "rate_limited", code, detail: `${detail}${wait}` };
  }
  return { outcome: "unavailable", code, detail };
}

/** Some gateways answer 200 and put the error, with the status that it would have had, into the body. */
function statusOf({ status, body }: HttpAnswer): number {
  if (status >= 300) return status;
  const error = parsed(body)?.error;
  if (typeof error !== "object" || error === null) return status;
  const code = "code" in error ? Number(error.code) : Number.NaN;
  return code >= 400 && code <= 599 ? code : 502;
}

/** The endpoint's own words, without the markup of an error page. */
function wordsOf(body: string): string {
  const error = parsed(body)?.error;
  const said =
    typeof error === "object" && error !== null && "message" in error ? error.message : (error ?? body);
  const text = typeof said === "string" ? said : JSON.stringify(said);
  return shortened(text.replace(/<[^>]*>/g, " "));
}

/** Fit for one line of the ledger. Parts of a key that an endpoint repeats are cut out. */
export const shortened = (text: string): string =>
  text
    .replace(/\b(sk|gsk|xai|key)-[\w*.-]{6,}/gi, "[key]")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MAX_DETAIL);

function parsed(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
