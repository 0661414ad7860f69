import type { HttpAnswer, HttpFailure } from "@/lib/channels/call-http";
import type { SendOutcome } from "@/lib/channels/driver";
import { retryAfter } from "@/lib/channels/retry-after";
import { acceptedSchema, refusedSchema } from "./payloads";
import { REACTION_OF } from "./reasons";

type Refused = Extract<SendOutcome, { kind: "refused" }>;

/**
 * What became of a send, as `docs/http-channel.md` promises it to gateways:
 *
 * - 2xx: taken, under the id that the body names or else under ours;
 * - 408, 409, 425, 429 and 5xx: to be repeated, after Retry-After where it is given; 429 and 503 slow the whole inbox,
 *   409 and 425 are about this message alone;
 * - 401, 403 and 410, redirects, and 404, 405 and 407 without a reason: the inbox pauses, as they are not about this message;
 * - every other 4xx: refused for good, by the reason that the body names;
 * - no connection: repeated; a connection that was lost: unknown, which a repetition of the same id settles.
 */
export function outcomeOf(result: HttpAnswer | HttpFailure, ownId: string): SendOutcome {
  if (result.kind === "failure") return outcomeOfFailure(result);
  const { status } = result;
  const body = parseJson(result.body);
  if (status >= 200 && status < 300) {
    const accepted = acceptedSchema.safeParse(body);
    return { kind: "accepted", providerId: accepted.success ? accepted.data.provider_message_id : ownId };
  }
  const told = refusedSchema.safeParse(body);
  const said = told.success ? told.data : {};
  const code = said.code || `http_${status}`;
  const detail = said.detail || `The gateway answered with HTTP status ${status}`;
  if (REPEATED.has(status) || status >= 500) {
    return { kind: "retry", afterSeconds: retryAfter(result), ...slowing(status), code, detail };
  }
  if (PAUSING.has(status) || status < 400) return paused(code, detail);
  if (said.reason === "sender_blocked") return paused(code, detail);
  if (said.reason) return { kind: "refused", reaction: REACTION_OF[said.reason], code, detail };
  if (WRONG_ADDRESS.has(status)) return paused(code, detail);
  return { kind: "refused", reaction: "fail", code, detail };
}

function slowing(status: number): { slows?: "inbox" | "contact" } {
  if (status === 429 || status === 503) return { slows: "inbox" };
  return status === 409 || status === 425 ? { slows: "contact" } : {};
}

const REPEATED = new Set([408, 409, 425, 429]);
const PAUSING = new Set([401, 403, 410]);
const WRONG_ADDRESS = new Set([404, 405, 407]);

const paused = (code: string, detail: string): Refused => ({
  ...{ kind: "refused", reaction: "pause_inbox", code, detail, probeAfterSeconds: null },
});

function outcomeOfFailure({ isSent, code, detail }: HttpFailure): SendOutcome {
  if (code === "private_address") return paused(code, detail);
  return isSent ? { kind: "unknown", code, detail } : { kind: "retry", afterSeconds: null, code, detail };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
