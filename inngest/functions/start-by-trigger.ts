import { mintAccountId } from "@/lib/accounts/account-id";
import { enrollByTrigger } from "@/lib/enrollments/by-trigger";
import { inngest } from "../client";
import { triggerHappened } from "../events";
import { perAccount } from "../fairness";

/** Enrolls whom something happened to that a sequence listens to. */
export const startByTrigger = inngest.createFunction(
  { id: "start-by-trigger", triggers: triggerHappened, retries: 10, ...perAccount },
  ({ event, step }) => {
    const { accountId, event: what, name, subjects, triggerId } = event.data;
    return step.run("enroll", () =>
      enrollByTrigger(mintAccountId(accountId), { event: what, name, subjects, triggerId, now: new Date() }),
    );
  },
);
