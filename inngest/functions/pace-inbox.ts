import { mintAccountId } from "@/lib/accounts/account-id";
import { handOverPacing, releaseTickets } from "@/lib/engine/pacer";
import { inngest } from "../client";
import { inboxBacklogged } from "../events";

/** Replaying a run costs more with each turn, so a long queue goes on in a fresh run. */
const MAX_TURNS = 12;

/** Gives out the places of one inbox to its queue, turn by turn, until nobody waits. One at a time for each inbox. */
export const paceInbox = inngest.createFunction(
  {
    id: "pace-inbox",
    triggers: inboxBacklogged,
    retries: 10,
    concurrency: { limit: 1, key: "event.data.inboxId" },
  },
  async ({ event, step }) => {
    const pacer = { ...event.data, accountId: mintAccountId(event.data.accountId) };
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      const next = await step.run(`release-${turn}`, () => releaseTickets(pacer));
      if (next.kind === "end") return next;
      await step.sleepUntil(`rest-${turn}`, new Date(next.until));
    }
    return step.run("hand-over", () => handOverPacing(pacer));
  },
);
