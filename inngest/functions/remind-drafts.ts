import { remindOfDrafts } from "@/lib/notifications/remind-drafts";
import { inngest } from "../client";

/** Reminds whoever is to decide of drafts that have waited for long, once a minute. */
export const remindDrafts = inngest.createFunction(
  { id: "remind-drafts", triggers: { cron: "* * * * *" }, retries: 1, concurrency: 1 },
  ({ step }) => step.run("remind", () => remindOfDrafts(new Date())),
);
