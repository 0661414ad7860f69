import { mintAccountId } from "@/lib/accounts/account-id";
import { bulkActTurn, continueBulkAct } from "@/lib/enrollments/bulk-acts-turn";
import { inngest } from "../client";
import { bulkActPlanned } from "../events";

/** Replaying a run costs more with each turn, so a long one goes on in a fresh run. */
const MAX_TURNS = 40;

/** Acts on all runs that match, or takes that back, chunk by chunk. What is done and what is left stands in Postgres alone. */
export const actOnMany = inngest.createFunction(
  { id: "act-on-many", triggers: bulkActPlanned, retries: 10 },
  async ({ event, step }) => {
    const bulkAct = { ...event.data, accountId: mintAccountId(event.data.accountId) };
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      const next = await step.run(`chunk-${turn}`, () => bulkActTurn(bulkAct));
      if (next.kind === "done") return next;
    }
    return step.run("continue", () => continueBulkAct(bulkAct));
  },
);
