import { sweep } from "@/lib/engine/sweep";
import { inngest } from "../client";

/** Finds runs, sends and deliveries that fell through, once a minute. */
export const sweepLost = inngest.createFunction(
  { id: "sweep", triggers: { cron: "* * * * *" }, retries: 1, concurrency: 1 },
  ({ step }) => step.run("sweep", () => sweep(new Date())),
);
