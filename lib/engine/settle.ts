import type { DraftFacts } from "@/lib/core/draft-facts";
import type { Because, Decision, Facts } from "@/lib/core/facts";
import { advanceOnce } from "@/lib/core/fold";
import type { Run } from "./run";

/** A step that is over without having been sent by this turn. */
export type Passed = { stepId: string; outcome: "skipped" | "failed" | "unknown"; because: Because };

/** A draft that does not hold any more, as the run's facts had it. */
export type Returned = { draft: DraftFacts; decision: Extract<Decision, { kind: "return" }> };

export type Settled = {
  passed: Passed[];
  /** None or one. */
  returned: Returned[];
  /** Where the run stands after the passed steps. */
  stepId: string | null;
  waitFromAt: Date;
  dueAtOverride: Date | null;
  decision: Extract<Decision, { kind: "send" | "compose" | "wait" | "end" }>;
  /** What holds once a send that was decided has gone out. */
  nextFacts: Facts;
};

const OUTCOMES = { skip: "skipped", fail: "failed", lost: "unknown" } as const;

/**
 * Asks `decide` until the answer is to send, to write a draft, to wait or to end, passing the steps that it skips on the
 * way and bringing back what was approved and does not hold. Pure.
 */
export function settle({ facts }: Pick<Run, "facts">, now: Date): Settled {
  const passed: Passed[] = [];
  const returned: Returned[] = [];
  let current = facts;
  for (;;) {
    const { decision, nextFacts } = advanceOnce(current, now);
    const { stepId, waitFromAt, dueAtOverride } = current.enrollment;
    switch (decision.kind) {
      case "send":
      case "compose":
      case "wait":
      case "end":
        return { passed, returned, stepId, waitFromAt, dueAtOverride, decision, nextFacts };
      case "return":
        if (current.draft) returned.push({ draft: current.draft, decision });
        break;
      case "skip":
      case "fail":
      case "lost":
        passed.push(passedBy(decision));
    }
    current = nextFacts;
  }
}

const passedBy = ({
  kind,
  stepId,
  because,
}: Extract<Decision, { kind: "skip" | "fail" | "lost" }>): Passed => ({
  stepId,
  outcome: OUTCOMES[kind],
  because,
});
