import type { SendOutcome } from "@/lib/channels/driver";
import type { LedgerKind, MessageStatus } from "@/lib/core/model";
import type { Withdrawn } from "./deliver";
import { type OutcomeName, POLICY, type Policy, REST_SECONDS } from "./error-policy";

/** What an outcome means for the send record and the run. */
export type Verdict = {
  status: MessageStatus;
  kind: LedgerKind;
  /** Whether the step is over: the run goes on to the next one. */
  isStepOver: boolean;
  retryAt: Date | null;
  /** The attempt counts as none. */
  isFree: boolean;
  /** A person has to judge it. */
  isAsked: boolean;
  policy: Policy;
  providerId: string | null;
  code: string;
  detail: string;
};

type Judging = {
  outcome: SendOutcome | Withdrawn;
  /** How many were made, with this one. */
  attempts: number;
  now: Date;
};

/** Pure: what the table says of an outcome after so many attempts. */
export function verdictOf({ outcome, attempts, now }: Judging): Verdict {
  const policy = POLICY[nameOf(outcome)];
  const seconds = policy.after && (policy.burns ? policy.after[attempts - 1] : policy.after[0]);
  // Each reaction that repeats the step changes what made it fail; the bound is for one that did not.
  const isGivenUp = seconds === undefined;
  const isRepeated = typeof seconds === "number";
  return {
    policy,
    status: isGivenUp ? "failed" : policy.message,
    kind: isGivenUp ? "failed" : policy.told,
    isStepOver: !isRepeated,
    retryAt: isRepeated ? new Date(now.getTime() + Math.max(seconds, waitOf(outcome)) * 1000) : null,
    isFree: !policy.burns,
    isAsked: policy.asks === true,
    providerId: outcome.kind === "accepted" ? outcome.providerId : null,
    ...saidOf(outcome),
  };
}

function nameOf(outcome: Judging["outcome"]): OutcomeName {
  switch (outcome.kind) {
    case "accepted":
    case "unknown":
      return outcome.kind;
    case "retry":
      return outcome.slows ? SLOWED[outcome.slows] : "retry";
    case "refused":
      return outcome.reaction;
    case "withdrawn":
      return outcome.why;
  }
}

const SLOWED = { inbox: "slowed", contact: "deferred" } as const;

/** Seconds that the provider itself asks for. */
function waitOf(outcome: Judging["outcome"]): number {
  if (outcome.kind !== "retry") return 0;
  return outcome.afterSeconds ?? (outcome.slows === "inbox" ? REST_SECONDS : 0);
}

function saidOf(outcome: Judging["outcome"]): { code: string; detail: string } {
  switch (outcome.kind) {
    case "accepted":
      return { code: "accepted", detail: "" };
    case "withdrawn":
      return { code: WITHDRAWN[outcome.why], detail: "" };
    default:
      return { code: outcome.code, detail: outcome.detail };
  }
}

const WITHDRAWN = {
  held: "held_before_send",
  ended: "stopped_before_send",
  outlived: "outlived_before_send",
} as const;
