import * as z from "zod";
import type { HttpAnswer, HttpFailure } from "@/lib/channels/call-http";
import type { SendOutcome } from "@/lib/channels/driver";
import { retryAfter } from "@/lib/channels/retry-after";
import { ruleOf } from "./errors";

const acceptedSchema = z.looseObject({ sid: z.string().min(1) });
const errorSchema = z.looseObject({
  code: z.coerce.number().int(),
  message: z.string().optional().catch(undefined),
});
export type TwilioError = z.infer<typeof errorSchema>;

/**
 * What became of a send. Twilio has no idempotency key, so wherever it cannot be told whether the message was taken the
 * outcome is `unknown`, and only a status callback, which carries our id, settles it.
 *
 * - no connection: not taken, retry; timeout or reset once connected: unknown;
 * - an error in Twilio's shape: the table of `errors.ts`, a code that it lacks asks a person (5xx: retry);
 * - 503 and 429 in another shape: retry; every other 5xx and a success that cannot be read: unknown.
 */
export function outcomeOf(result: HttpAnswer | HttpFailure): SendOutcome {
  if (result.kind === "failure") return outcomeOfFailure(result);
  const body = parseJson(result.body);
  const isSuccess = result.status >= 200 && result.status < 300;
  const accepted = acceptedSchema.safeParse(body);
  if (isSuccess && accepted.success) return { kind: "accepted", providerId: accepted.data.sid };
  const error = errorSchema.safeParse(body);
  if (!isSuccess && error.success) return outcomeOfError(error.data, result);
  return outcomeOfStatus(result, isSuccess);
}

/** The error of an answer in Twilio's shape, for callers that do not send. */
export function errorOf(answer: HttpAnswer): TwilioError | null {
  const error = errorSchema.safeParse(parseJson(answer.body));
  return answer.status >= 400 && error.success ? error.data : null;
}

export const detailOf = ({ code, message }: TwilioError): string => message || `Error ${code}`;

function outcomeOfFailure({ isSent, code, detail }: HttpFailure): SendOutcome {
  if (code === "private_address")
    return { kind: "refused", reaction: "pause_inbox", code, detail, probeAfterSeconds: null };
  return isSent ? { kind: "unknown", code, detail } : { kind: "retry", afterSeconds: null, code, detail };
}

function outcomeOfError(error: TwilioError, answer: HttpAnswer): SendOutcome {
  const code = String(error.code);
  const detail = detailOf(error);
  const rule = ruleOf(error.code);
  const wanted = retryAfter(answer);
  if (rule?.do === "retry") {
    const afterSeconds = Math.max(rule.afterSeconds ?? 0, wanted ?? 0) || null;
    return { kind: "retry", afterSeconds, ...(rule.slows && { slows: rule.slows }), code, detail };
  }
  if (rule?.do === "pause_inbox") {
    const { probeAfterSeconds } = rule;
    return { kind: "refused", reaction: rule.do, code, detail, probeAfterSeconds };
  }
  if (rule) return { kind: "refused", reaction: rule.do, code, detail };
  if (answer.status === 429) return { kind: "retry", afterSeconds: wanted, slows: "inbox", code, detail };
  if (answer.status >= 500) return { kind: "retry", afterSeconds: wanted, code, detail };
  if (answer.status === 401 || answer.status === 403)
    return { kind: "refused", reaction: "pause_inbox", code, detail, probeAfterSeconds: null };
  return { kind: "refused", reaction: "ask_person", code, detail };
}

function outcomeOfStatus(answer: HttpAnswer, isSuccess: boolean): SendOutcome {
  const { status } = answer;
  const code = `http_${status}`;
  if (isSuccess)
    return { kind: "unknown", code: "nonsense", detail: "The provider's answer could not be understood" };
  const detail = `The provider answered with HTTP status ${status} and no explanation`;
  if (status === 429)
    return { kind: "retry", afterSeconds: retryAfter(answer), slows: "inbox", code, detail };
  if (status === 503 || status === 408)
    return { kind: "retry", afterSeconds: retryAfter(answer), code, detail };
  if (status >= 500) return { kind: "unknown", code, detail };
  // Redirects and 4xx without Twilio's words come from a wrong address or a proxy, not from this message.
  return { kind: "refused", reaction: "pause_inbox", code, detail, probeAfterSeconds: null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
