import type { Decision, Facts } from "./facts";
import type { Step } from "./model";
import { MINUTE_MS } from "./zone";

/** A claim older than this belongs to a process that died between the claim and the provider's answer. */
export const CLAIM_MS = 2 * MINUTE_MS;

/** What an attempt at this step, begun by an earlier turn, leaves to do. Null when the step may still be sent. */
export function earlierAttempt({ current }: Facts, step: Step, now: Date): Decision | null {
  if (!current) return null;
  switch (current.status) {
    case "pending":
    case "scheduled":
      return null;
    case "claimed": {
      const until = current.claimedAt && new Date(current.claimedAt.getTime() + CLAIM_MS);
      const data = { claimedAt: current.claimedAt?.toISOString() ?? null, attempts: current.attempts };
      if (until && until > now) return { kind: "wait", until, because: { code: "sending", data } };
      return { kind: "lost", stepId: step.id, because: { code: "outcome_unknown", data } };
    }
    case "unknown":
    case "skipped":
    case "failed":
    case "sent":
    case "delivered":
    case "read":
    case "replied": {
      const data = { status: current.status };
      return { kind: "skip", stepId: step.id, because: { code: "already_recorded", data } };
    }
  }
}
