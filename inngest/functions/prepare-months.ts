import { forgetOld } from "@/lib/engine/retention";
import { prepareMonths } from "@/lib/engine/sweep";
import { inngest } from "../client";

/** Makes the partitions of the months ahead and forgets what is old enough, once a day. */
export const prepareMonthsAhead = inngest.createFunction(
  { id: "prepare-months", triggers: { cron: "17 3 * * *" }, retries: 3 },
  async ({ step }) => {
    await step.run("prepare", () => prepareMonths());
    return step.run("forget", () => forgetOld());
  },
);
