import { sendAllDigests } from "@/lib/report-digests/send";
import { inngest } from "../client";

/** Zones differ by quarters of an hour: it is eight in the morning somewhere at each of them. */
export const mailDigests = inngest.createFunction(
  { id: "send-digests", triggers: { cron: "*/15 * * * *" }, retries: 1, concurrency: 1 },
  ({ step }) => step.run("send", () => sendAllDigests(new Date())),
);
