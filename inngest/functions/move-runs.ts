import { mintAccountId } from "@/lib/accounts/account-id";
import { continueMove, moveRunsBatch } from "@/lib/engine/move-runs";
import { inngest } from "../client";
import { movePlanned } from "../events";

/** Replaying a run costs more with each turn, so a long move goes on in a fresh run. */
const MAX_TURNS = 20;

/**
 * Carries out what a publishing chose for the people in flight, batch by batch, once it can no longer be taken back.
 * Whether it still holds is asked before each batch; should this be lost, the sweep starts another.
 */
export const moveRuns = inngest.createFunction(
  { id: "move-runs", triggers: movePlanned, retries: 10 },
  async ({ event, step }) => {
    const move = { ...event.data, accountId: mintAccountId(event.data.accountId) };
    let { cursor } = move;
    await step.sleepUntil("grace", move.startsAt);
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      const at = cursor;
      const next = await step.run(`batch-${turn}`, () => moveRunsBatch({ ...move, cursor: at }));
      if (next.kind === "done") return next;
      if (next.kind === "again") await step.sleepUntil(`again-${turn}`, next.until);
      cursor = next.cursor;
    }
    return step.run("continue", () => continueMove({ ...move, cursor }));
  },
);
