import * as z from "zod";
import type { HttpAnswer, HttpFailure } from "@/lib/channels/call-http";
import type { Reaction, SendOutcome } from "@/lib/channels/driver";
import { ruleOf } from "./errors";

const acceptedSchema = z.looseObject({
  messages: z.tuple([z.looseObject({ id: z.string().min(1) })], z.unknown()),
});

const errorSchema = z.looseObject({
  code: z.coerce.number().int(),
  message: z.string().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  is_transient: z.boolean().optional().catch(undefined),
  error_user_msg: z.string().optional().catch(undefined),
  error_data: z.looseObject({ details: z.string().optional() }).optional().catch(undefined),
});
export type GraphError = z.infer<typeof errorSchema>;
const envelopeSchema = z.looseObject({ error: errorSchema });

/**
 * What became of a send. The Cloud API has no idempotency key, so wherever it cannot be told whether the message was
 * taken the outcome is `unknown` and only a status webhook with our id settles it.
 *
 * - no connection: not taken, retry; timeout or reset once connected: unknown;
 * - an error in Meta's shape, whatever the HTTP status: the table of `errors.ts`;
 * - 5xx in another shape: retry (Meta answers so before taking a message), except 502 and 504, where a gateway lost
 *   sight of the server behind it, which is a timeout one hop further: unknown;
 * - 2xx in another shape: unknown.
 */
export function outcomeOf(result: HttpAnswer | HttpFailure): SendOutcome {
  if (result.kind === "failure") {
    const { code, detail } = result;
    return result.isSent
      ? { kind: "unknown", code, detail }
      : { kind: "retry", afterSeconds: null, code, detail };
  }
  const body = parseJson(result.body);
  const envelope = envelopeSchema.safeParse(body);
  if (envelope.success) return outcomeOfError(envelope.data.error, result);

  const accepted = acceptedSchema.safeParse(body);
  const isSuccess = result.status >= 200 && result.status < 300;
  if (isSuccess && accepted.success) return { kind: "accepted", providerId: accepted.data.messages[0].id };
  return outcomeOfStatus(result, isSuccess);
}

/** The error of an answer in Meta's shape, for callers that do not send. */
export function errorOf(answer: HttpAnswer): GraphError | null {
  const envelope = envelopeSchema.safeParse(parseJson(answer.body));
  return envelope.success ? envelope.data.error : null;
}

/** Meta's most specific words: the details, then what is meant for people, then the message. */
export const detailOf = (error: GraphError): string =>
  error.error_data?.details || error.error_user_msg || error.message || error.title || `Error ${error.code}`;

/** What a failure reported later by a status webhook means; a retryable one fails the message all the same. */
export function reactionOf(code: number): Reaction {
  const rule = ruleOf(code);
  return rule && rule.do !== "retry" ? rule.do : "fail";
}

function outcomeOfError(error: GraphError, answer: HttpAnswer): SendOutcome {
  const code = String(error.code);
  const detail = detailOf(error);
  const rule = ruleOf(error.code);
  if (rule && rule.do !== "retry") return { kind: "refused", reaction: rule.do, code, detail };
  if (rule || error.is_transient || answer.status >= 500 || answer.status === 429) {
    const own = rule?.do === "retry" ? rule.afterSeconds : null;
    return { kind: "retry", afterSeconds: later(own, retryAfter(answer)), code, detail };
  }
  return { kind: "refused", reaction: "fail", code, detail };
}

function outcomeOfStatus(answer: HttpAnswer, isSuccess: boolean): SendOutcome {
  const { status } = answer;
  const code = `http_${status}`;
  if (isSuccess)
    return { kind: "unknown", code: "nonsense", detail: "The provider's answer could not be understood" };
  const detail = `The provider answered with HTTP status ${status} and no explanation`;
  if (status === 502 || status === 504) return { kind: "unknown", code, detail };
  if (status >= 500 || status === 429 || status === 408) {
    return { kind: "retry", afterSeconds: retryAfter(answer), code, detail };
  }
  // Redirects, 401, 403 and 404 without Meta's words come from a wrong address or a proxy, not from this message.
  const reaction: Reaction = status < 400 || [401, 403, 404, 407].includes(status) ? "pause_inbox" : "fail";
  return { kind: "refused", reaction, code, detail };
}

/** Seconds of a Retry-After header in its number form, at most a day; dates are not used by Meta. */
function retryAfter(answer: HttpAnswer): number | null {
  const text = answer.headers["retry-after"];
  return text && /^\d{1,9}$/.test(text) ? Math.min(Number(text), 86_400) : null;
}

const later = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
