import { mintAccountId } from "@/lib/accounts/account-id";
import { carryOutRules } from "@/lib/automation/carry-out";
import { claimRules } from "@/lib/automation/follow";
import { tellLostRules } from "@/lib/automation/lost";
import { inngest } from "../client";
import { rulesClaimed, triggerHappened } from "../events";
import { perAccount } from "../fairness";

/** Writes down which rules follow from what happened. */
export const followRules = inngest.createFunction(
  { id: "follow-rules", triggers: triggerHappened, retries: 10, ...perAccount },
  ({ event, step }) => {
    const { accountId, ...happened } = event.data;
    return step.run("claim", () => claimRules(mintAccountId(accountId), { ...happened, now: new Date() }));
  },
);

/** Carries out what was written down. */
export const carryOutClaimed = inngest.createFunction(
  { id: "carry-out-rules", triggers: rulesClaimed, retries: 10, ...perAccount },
  ({ event: { data }, step }) =>
    step.run("carry-out", () => carryOutRules(mintAccountId(data.accountId), data.runIds, new Date())),
);

/** Tells again of what was begun and never finished. */
export const findLostRules = inngest.createFunction(
  { id: "find-lost-rules", triggers: { cron: "*/5 * * * *" }, retries: 1, concurrency: 1 },
  ({ step }) => step.run("find", () => tellLostRules(new Date())),
);
