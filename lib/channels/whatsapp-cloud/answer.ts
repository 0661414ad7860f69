import * as z from "zod";
import type { HttpAnswer, HttpFailure } from "@/lib/channels/call-http";
import type { ProviderEvent, SendOutcome } from "@/lib/channels/driver";
import { retryAfter } from "@/lib/channels/retry-after";
import { type ErrorRule, type Retry, ruleOf } from "./errors";
import { identitiesOf } from "./identity";

const acceptedSchema = z.looseObject({
  messages: z.tuple(
    [z.looseObject({ id: z.string().min(1), message_status: z.string().optional().catch(undefined) })],
    z.unknown(),
  ),
  contacts: z
    .array(z.looseObject({ wa_id: z.string().optional(), user_id: z.string().optional() }))
    .optional()
    .catch(undefined),
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
  if (isSuccess && accepted.success) return acceptedAs(accepted.data);
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

type Failure = Pick<Extract<ProviderEvent, { kind: "status" }>, "reaction" | "retry" | "probeAfterSeconds">;

/**
 * What a failure reported later by a status webhook means. Meta took the message and gave up on it, so one that a
 * repetition may help is free to be sent again.
 */
export function failureOf(error: GraphError | undefined): Failure {
  const rule = error && ruleFor(error);
  if (!rule) return { reaction: "ask_person" };
  if (rule.do === "retry") {
    const { afterSeconds, slows } = rule;
    return { reaction: "fail", retry: { afterSeconds, ...(slows && { slows }) } };
  }
  if (rule.do !== "pause_inbox") return { reaction: rule.do };
  return { reaction: rule.do, probeAfterSeconds: rule.probeAfterSeconds };
}

function outcomeOfError(error: GraphError, answer: HttpAnswer): SendOutcome {
  const said = { code: String(error.code), detail: detailOf(error) };
  const rule = ruleFor(error, answer.status);
  if (!rule) return { kind: "refused", reaction: "ask_person", ...said };
  switch (rule.do) {
    case "retry": {
      const afterSeconds = later(rule.afterSeconds, retryAfter(answer));
      return { kind: "retry", afterSeconds, ...(rule.slows && { slows: rule.slows }), ...said };
    }
    case "pause_inbox":
      return { kind: "refused", reaction: rule.do, ...said, probeAfterSeconds: rule.probeAfterSeconds };
    default:
      return { kind: "refused", reaction: rule.do, ...said };
  }
}

/** Of a code that is not in the table: what passes by itself, or nothing, so that a person looks at it. */
function ruleFor(error: GraphError, status = 0): ErrorRule | Retry | null {
  const known = ruleOf(error.code);
  if (known) return known;
  if (status === 429) return { do: "retry", afterSeconds: 5, slows: "inbox" };
  return error.is_transient || status >= 500 ? { do: "retry", afterSeconds: null } : null;
}

/** Meta may know the recipient by another number than we do (Brazil, Mexico), and may hold a template back for a while. */
function acceptedAs({ messages: [message], contacts }: z.infer<typeof acceptedSchema>): SendOutcome {
  const [contact] = contacts ?? [];
  // Only what WhatsApp calls them: a number in another form is no phone that an SMS would reach.
  const identities = identitiesOf([contact?.wa_id], contact?.user_id).filter(
    ({ kind }) => kind === "whatsapp",
  );
  const status = message.message_status;
  return {
    kind: "accepted",
    providerId: message.id,
    ...(identities.length > 0 && { identities }),
    ...(status && status !== "accepted" && { noted: { messageStatus: status } }),
  };
}

function outcomeOfStatus(answer: HttpAnswer, isSuccess: boolean): SendOutcome {
  const { status } = answer;
  const code = `http_${status}`;
  if (isSuccess)
    return { kind: "unknown", code: "nonsense", detail: "The provider's answer could not be understood" };
  const detail = `The provider answered with HTTP status ${status} and no explanation`;
  if (status === 502 || status === 504) return { kind: "unknown", code, detail };
  if (status >= 500 || status === 429 || status === 408) {
    const afterSeconds = retryAfter(answer);
    return { kind: "retry", afterSeconds, ...(status === 429 && { slows: "inbox" }), code, detail };
  }
  // Redirects, 401, 403 and 404 without Meta's words come from a wrong address or a proxy, not from this message.
  const isNotTheMessage = status < 400 || [401, 403, 404, 407].includes(status);
  if (isNotTheMessage) {
    return { kind: "refused", reaction: "pause_inbox", code, detail, probeAfterSeconds: 3_600 };
  }
  return { kind: "refused", reaction: "ask_person", code, detail };
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
