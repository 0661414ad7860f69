import { mintAccountId } from "@/lib/accounts/account-id";
import { advance } from "@/lib/engine/advance";
import { handOver } from "@/lib/engine/hand-over";
import { inngest } from "../client";
import { enrollmentEnded, enrollmentStarted, enrollmentWoken } from "../events";
import { perAccount } from "../fairness";

/** Replaying a run costs more with each turn, so a long enrollment goes on in a fresh run. */
const MAX_TURNS = 12;

/**
 * Drives one enrollment: ask, wait, ask again. It decides nothing and remembers nothing that matters; should it be lost,
 * the sweep starts another. A wait ends at its time or as soon as something about the enrollment changes.
 */
export const runEnrollment = inngest.createFunction(
  {
    id: "run-enrollment",
    triggers: enrollmentStarted,
    cancelOn: [{ event: enrollmentEnded.name, match: "data.enrollmentId" }],
    retries: 10,
    ...perAccount,
  },
  async ({ event, step }) => {
    const run = { ...event.data, accountId: mintAccountId(event.data.accountId) };
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      const next = await step.run(`turn-${turn}`, () => advance(run));
      if (next.kind === "end") return next;
      await step.waitForEvent(`wait-${turn}`, {
        event: enrollmentWoken.name,
        match: "data.enrollmentId",
        timeout: new Date(next.until),
      });
    }
    return step.run("hand-over", () => handOver(run));
  },
);
