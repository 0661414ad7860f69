import { watchClock } from "@/lib/triggers/watch-clock";
import { inngest } from "../client";

/** Finds what the passing of time alone brings about, once a minute. */
export const watchTheClock = inngest.createFunction(
  { id: "watch-clock", triggers: { cron: "* * * * *" }, retries: 1, concurrency: 1 },
  ({ step }) => step.run("watch", () => watchClock(new Date())),
);
