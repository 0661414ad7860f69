import type { Because, Decision, Facts } from "@/lib/core/facts";
import { advanceOnce } from "@/lib/core/fold";
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
  /** What holds once a send that was decided has gone out. */
  nextFacts: Facts;
};

const OUTCOMES = { skip: "skipped", fail: "failed", lost: "unknown" } as const;

/** Asks `decide` until the answer is to send, to wait or to end, passing the steps that it skips on the way. Pure. */
export function settle({ facts }: Pick<Run, "facts">, now: Date): Settled {
  const passed: Passed[] = [];
  let current = facts;
  for (;;) {
    const { decision, nextFacts } = advanceOnce(current, now);
    const { stepId, waitFromAt, dueAtOverride } = current.enrollment;
    if (decision.kind === "send" || decision.kind === "wait" || decision.kind === "end") {
      return { passed, stepId, waitFromAt, dueAtOverride, decision, nextFacts };
    }
    if (decision.kind === "compose" || decision.kind === "return") {
      current = nextFacts;
      continue;
    }
    passed.push({ stepId: decision.stepId, outcome: OUTCOMES[decision.kind], because: decision.because });
    current = nextFacts;
  }
}
