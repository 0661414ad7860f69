import { decide } from "@/lib/core/decide";
import type { Because, Decision } from "@/lib/core/facts";
import { nextStepId } from "@/lib/core/next-step";
import type { Run } from "./run";

/** A step that is over without having been sent by this turn. */
export type Passed = { stepId: string; outcome: "skipped" | "failed" | "unknown"; because: Because };

export type Settled = {
  passed: Passed[];
  /** Where the run stands after the passed steps. */
  stepId: string | null;
  waitFromAt: Date;
  dueAtOverride: Date | null;
  decision: Extract<Decision, { kind: "send" | "wait" | "end" }>;
};

const OUTCOMES = { skip: "skipped", fail: "failed", lost: "unknown" } as const;

/** Asks `decide` until the answer is to send, to wait or to end, passing the steps that it skips on the way. Pure. */
export function settle({ facts }: Run, now: Date): Settled {
  const passed: Passed[] = [];
  let current = facts;
  for (;;) {
    const decision = decide(current, now);
    const { stepId, waitFromAt, dueAtOverride } = current.enrollment;
    if (decision.kind === "send" || decision.kind === "wait" || decision.kind === "end") {
      return { passed, stepId, waitFromAt, dueAtOverride, decision };
    }
    passed.push({ stepId: decision.stepId, outcome: OUTCOMES[decision.kind], because: decision.because });
    current = {
      ...current,
      current: null,
      // A lost send may have reached the contact, so it counts as one.
      sentAny: current.sentAny || decision.kind === "lost",
      enrollment: {
        ...current.enrollment,
        stepId: nextStepId(decision.stepId, current.sequence.snapshot),
        waitFromAt: now,
        dueAtOverride: null,
      },
    };
  }
}
