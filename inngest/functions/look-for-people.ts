import { mintAccountId } from "@/lib/accounts/account-id";
import { lookForPeople as look } from "@/lib/ai-enrollment/look";
import { trialTurn } from "@/lib/ai-enrollment/trial";
import { inngest } from "../client";
import { trialAsked } from "../events";
import { perAccount } from "../fairness";

/** Looks for conversations that belong into sequences, in every account that has asked for it. */
export const lookForPeople = inngest.createFunction(
  { id: "look-for-people", triggers: { cron: "*/15 * * * *" }, retries: 1, concurrency: 1 },
  ({ step }) => step.run("look", () => look()),
);

/** More than the sample has turns; what is left then stays unjudged. */
const MAX_TURNS = 20;

/** Shows what it would have done, a few conversations at a time. */
export const tryLooking = inngest.createFunction(
  { id: "try-looking", triggers: trialAsked, retries: 3, ...perAccount },
  async ({ event, step }) => {
    const { sequenceId, trialId } = event.data;
    const accountId = mintAccountId(event.data.accountId);
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      const next = await step.run(`turn-${turn}`, () => trialTurn(accountId, { sequenceId, trialId }));
      if (next.kind === "done") return next;
    }
    return { kind: "done" as const };
  },
);
