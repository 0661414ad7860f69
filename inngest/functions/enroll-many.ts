import { mintAccountId } from "@/lib/accounts/account-id";
import { bulkTurn, continueBulk } from "@/lib/enrollments/enroll-many";
import { restartBulks } from "@/lib/enrollments/lost-bulks";
import { inngest } from "../client";
import { bulkPlanned } from "../events";

/** Replaying a run costs more with each turn, so a long one goes on in a fresh run. */
const MAX_TURNS = 40;

/** Enrolls many, or takes that back, chunk by chunk. What is done and what is left stands in Postgres alone. */
export const enrollMany = inngest.createFunction(
  { id: "enroll-many", triggers: bulkPlanned, retries: 10 },
  async ({ event, step }) => {
    const bulk = { ...event.data, accountId: mintAccountId(event.data.accountId) };
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      const next = await step.run(`chunk-${turn}`, () => bulkTurn(bulk));
      if (next.kind === "done") return next;
    }
    return step.run("continue", () => continueBulk(bulk));
  },
);

/** Begins those again whose durable run was lost. */
export const restartLostBulks = inngest.createFunction(
  { id: "restart-bulks", triggers: { cron: "*/10 * * * *" }, retries: 1, concurrency: 1 },
  ({ step }) => step.run("restart", () => restartBulks(new Date())),
);
