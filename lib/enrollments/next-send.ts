import type { Facts } from "@/lib/core/facts";
import { foresee } from "@/lib/core/fold";

/** What comes next for a run if its contact stays silent. */
export type NextSend =
  | { kind: "send"; stepId: string; at: string }
  | { kind: "end"; at: string; reason: string }
  /** Until somebody lets it go on, or something happens that nobody can foresee. */
  | { kind: "held"; stepId: string | null };

/** Each step may be deferred a few times, and be skipped. */
const MAX_TURNS = 120;

/** The next message of a run, or its end: the engine's own decision, folded forward until then. */
export function nextSend(facts: Facts, now: Date): NextSend {
  const { enrollment } = facts;
  const held: NextSend = { kind: "held", stepId: enrollment.stepId };
  if (enrollment.status === "paused" && !enrollment.pausedUntil) return held;
  let state = facts;
  let at = now;
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const { decision, nextFacts, nextAt } = foresee(state, at);
    if (decision.kind === "send") return { kind: "send", stepId: decision.stepId, at: at.toISOString() };
    if (decision.kind === "end") return { kind: "end", at: at.toISOString(), reason: decision.reason };
    if (decision.kind === "wait" && HOLDING.has(decision.because.code)) {
      if (decision.because.code !== "run_paused" || !state.enrollment.pausedUntil) return held;
    }
    state = nextFacts;
    at = nextAt ?? at;
  }
  return held;
}

const HOLDING = new Set([
  "inbox_paused",
  "template_unusable",
  "step_blocked",
  "run_paused",
  "sequence_paused",
]);
