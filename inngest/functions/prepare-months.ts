import { prepareMonths } from "@/lib/engine/sweep";
import { inngest } from "../client";

/** Makes the partitions of the months ahead, once a day. */
export const prepareMonthsAhead = inngest.createFunction(
  { id: "prepare-months", triggers: { cron: "17 3 * * *" }, retries: 3 },
  ({ step }) => step.run("prepare", () => prepareMonths()),
);
