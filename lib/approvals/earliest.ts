import type { Decision, Facts } from "@/lib/core/facts";
import { advanceOnce } from "@/lib/core/fold";
import type { DraftRow } from "@/lib/engine/draft-lock";
import type { DraftDetail } from "./schema";

/** Waits follow each other (the step's moment, quiet hours, limits), but not without end. */
const MAX_TURNS = 20;

/** When the step would be sent if its draft were approved at this moment; with the reason where it would not. */
export function earliestOf(facts: Facts, draft: DraftRow, now: Date): DraftDetail["earliest"] {
  let current: Facts = { ...facts, draft: facts.draft ? { ...facts.draft, status: "approved" } : null };
  let at = now;
  let because: Decision["because"] = { code: "due", data: {} };
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const { decision, nextFacts, nextAt } = advanceOnce(current, at);
    if (decision.kind === "send" && decision.stepId === draft.step_id) {
      return { at: (decision.place?.at ?? at).toISOString(), because };
    }
    because = decision.because;
    if (decision.kind !== "wait" || !nextAt) break;
    current = nextFacts;
    at = nextAt;
  }
  return { at: null, because };
}
