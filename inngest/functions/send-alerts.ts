import { mintAccountId } from "@/lib/accounts/account-id";
import { sendAlerts } from "@/lib/alerts/send";
import { inngest } from "../client";
import { alertRaised } from "../events";

/** What follows at once goes into the same mail. */
const GATHER = "45s";
/** More come with the next alert. */
const MAX_MAILS = 3;

/** Mails what was raised to whoever looks after the account: one mail in ten minutes, whatever comes in between. */
export const mailAlerts = inngest.createFunction(
  {
    id: "send-alerts",
    triggers: alertRaised,
    retries: 5,
    concurrency: { limit: 1, key: "event.data.accountId" },
  },
  async ({ event, step }) => {
    const accountId = mintAccountId(event.data.accountId);
    await step.sleep("gather", GATHER);
    for (let mail = 0; mail < MAX_MAILS; mail++) {
      const next = await step.run(`send-${mail}`, () => sendAlerts(accountId));
      if (next.kind !== "later") return next;
      await step.sleepUntil(`later-${mail}`, next.at);
    }
    return { kind: "left" };
  },
);
