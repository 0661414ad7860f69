import { tellTroubles } from "@/lib/troubles/tell";
import { inngest } from "../client";

/** Tells of what is stuck and does not mend itself, every five minutes. */
export const watchTroubles = inngest.createFunction(
  { id: "watch-troubles", triggers: { cron: "*/5 * * * *" }, retries: 1, concurrency: 1 },
  ({ step }) => step.run("look", () => tellTroubles(new Date())),
);
