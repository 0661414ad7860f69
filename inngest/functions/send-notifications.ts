import { mintAccountId } from "@/lib/accounts/account-id";
import { findDueMails, sendNotifications } from "@/lib/notifications/send";
import { inngest } from "../client";
import { notificationsDue } from "../events";

/** What follows at once goes into the same mail. */
const GATHER = "45s";

/** Mails people of an account what they want to be told of by mail. */
export const mailNotifications = inngest.createFunction(
  {
    id: "send-notifications",
    triggers: notificationsDue,
    retries: 3,
    concurrency: { limit: 1, key: "event.data.accountId" },
  },
  async ({ event, step }) => {
    await step.sleep("gather", GATHER);
    return step.run("send", () => sendNotifications(mintAccountId(event.data.accountId)));
  },
);

/** Finds the mails whose hour has come, and those that were left, once a minute. */
export const findNotificationMails = inngest.createFunction(
  { id: "find-notification-mails", triggers: { cron: "* * * * *" }, retries: 1, concurrency: 1 },
  ({ step }) => step.run("find", () => findDueMails(new Date())),
);
