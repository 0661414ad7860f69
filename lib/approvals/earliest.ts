import type { Decision, Facts } from "@/lib/core/facts";
import { advanceOnce } from "@/lib/core/fold";
import type { VettedFact } from "@/lib/core/model-maestro";
import type { DraftRow } from "@/lib/engine/draft-lock";
import type { DraftDetail } from "./schema";

/** Waits follow each other (the step's moment, quiet hours, limits), but not without end. */
const MAX_TURNS = 20;

/** What an approval rests the words on: what is known at that moment, and the words that its person stands for. */
type Rests = { facts: readonly VettedFact[]; vouched: readonly string[] };

/** When the step would be sent if its draft were approved at this moment; with the reason where it would not. */
export function earliestOf(
  facts: Facts,
  { step_id: stepId }: Pick<DraftRow, "step_id">,
  { facts: known, vouched }: Rests,
  now: Date,
): DraftDetail["earliest"] {
  const draft = facts.draft ? { ...facts.draft, facts: known, vouched, status: "approved" as const } : null;
  let current: Facts = { ...facts, draft };
  let at = now;
  let because: Decision["because"] = { code: "due", data: {} };
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const { decision, nextFacts, nextAt } = advanceOnce(current, at);
    if (decision.kind === "send" && decision.stepId === stepId) {
      return { at: (decision.place?.at ?? at).toISOString(), because };
    }
    because = decision.because;
    if (decision.kind !== "wait" || !nextAt) break;
    current = nextFacts;
    at = nextAt;
  }
  return { at: null, because };
}
