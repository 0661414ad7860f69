import * as z from "zod";
import type { HttpAnswer, HttpFailure } from "@/lib/channels/call-http";
import type { SendOutcome } from "@/lib/channels/driver";
import { retryAfter } from "@/lib/channels/retry-after";
import { ruleOf } from "./errors";

const acceptedSchema = z.looseObject({ key: z.looseObject({ id: z.string().min(1) }) });
const errorSchema = z.looseObject({
  status: z.number(),
  error: z.string().optional().catch(undefined),
  response: z.looseObject({ message: z.unknown() }),
});
const nobodySchema = z.array(z.looseObject({ exists: z.literal(false) })).min(1);

/**
 * What became of a send. Evolution API has no idempotency key and never returns our id, so wherever it cannot be told
 * whether the message left, the outcome is `unknown` and a person settles it.
 *
 * - no connection: not taken, retry; timeout or reset once connected: unknown;
 * - 400 that names a number that is not on WhatsApp: another channel;
 * - an error in Evolution's shape: by its words (`errors.ts`); 401, 403 and 404 pause the inbox; a 5xx of its own comes
 *   before anything is sent: retry; other 400s are about the request: a person is asked;
 * - 429 and 503 in another shape: retry; every other 5xx and a success that cannot be read: unknown.
 */
export function outcomeOf(result: HttpAnswer | HttpFailure): SendOutcome {
  if (result.kind === "failure") return outcomeOfFailure(result);
  const body = parseJson(result.body);
  const isSuccess = result.status >= 200 && result.status < 300;
  const accepted = acceptedSchema.safeParse(body);
  if (isSuccess && accepted.success) return { kind: "accepted", providerId: accepted.data.key.id };
  const error = errorSchema.safeParse(body);
  if (!isSuccess && error.success) return outcomeOfError(result.status, error.data);
  return outcomeOfStatus(result, isSuccess);
}

/** What the server says for a person to read, or null when it says nothing in its own shape. */
export function wordsOf({ body }: HttpAnswer): string | null {
  const error = errorSchema.safeParse(parseJson(body));
  return error.success ? sentenceOf(error.data) : null;
}

function outcomeOfFailure({ isSent, code, detail }: HttpFailure): SendOutcome {
  if (code === "private_address") return paused(code, detail, null);
  return isSent ? { kind: "unknown", code, detail } : { kind: "retry", afterSeconds: null, code, detail };
}

function outcomeOfError(status: number, error: z.infer<typeof errorSchema>): SendOutcome {
  if (nobodySchema.safeParse(error.response.message).success) {
    const detail = "The number is not on WhatsApp";
    return { kind: "refused", reaction: "switch_channel", code: "not_on_whatsapp", detail };
  }
  const detail = sentenceOf(error);
  if (status === 401 || status === 403) return paused(`http_${status}`, detail, null);
  const rule = ruleOf(detail, status);
  if (rule) return outcomeOfRule(rule, detail);
  if (status >= 500) return { kind: "retry", afterSeconds: null, code: `http_${status}`, detail };
  if (status === 404) return paused("http_404", detail, null);
  return { kind: "refused", reaction: "ask_person", code: `http_${status}`, detail };
}

function outcomeOfRule(rule: NonNullable<ReturnType<typeof ruleOf>>, detail: string): SendOutcome {
  const { code } = rule;
  switch (rule.do) {
    case "unknown":
      return { kind: "unknown", code, detail };
    case "retry":
      return { kind: "retry", afterSeconds: rule.afterSeconds, slows: rule.slows, code, detail };
    case "pause_inbox":
      return paused(code, detail, rule.probeAfterSeconds);
    default:
      return { kind: "refused", reaction: rule.do, code, detail };
  }
}

function outcomeOfStatus(answer: HttpAnswer, isSuccess: boolean): SendOutcome {
  const { status } = answer;
  const code = `http_${status}`;
  if (isSuccess)
    return { kind: "unknown", code: "nonsense", detail: "The server's answer could not be understood" };
  const detail = `The server answered with HTTP status ${status} and no explanation`;
  if (status === 429 || status === 503)
    return { kind: "retry", afterSeconds: retryAfter(answer), slows: "inbox", code, detail };
  // The request did not come whole.
  if (status === 408) return { kind: "retry", afterSeconds: retryAfter(answer), code, detail };
  if (status >= 500) return { kind: "unknown", code, detail };
  return paused(code, detail, null);
}

const paused = (code: string, detail: string, probeAfterSeconds: number | null): SendOutcome => ({
  ...{ kind: "refused", reaction: "pause_inbox", code, detail, probeAfterSeconds },
});

function sentenceOf({ status, error, response }: z.infer<typeof errorSchema>): string {
  const { message } = response;
  const parts = (Array.isArray(message) ? message.flat() : [message]).filter(
    (part): part is string => typeof part === "string",
  );
  return parts.join("; ") || error || `HTTP status ${status}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
