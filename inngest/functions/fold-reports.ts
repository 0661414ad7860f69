import { foldAll } from "@/lib/reports/fold-all";
import { inngest } from "../client";

/** Moves what happened since the last minute into the rollups of reports. */
export const foldReports = inngest.createFunction(
  { id: "fold-reports", triggers: { cron: "* * * * *" }, retries: 1, concurrency: 1 },
  ({ step }) => step.run("fold", () => foldAll(new Date())),
);
