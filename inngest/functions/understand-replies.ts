import { mintAccountId } from "@/lib/accounts/account-id";
import { understandReply } from "@/lib/reply-intents/understand";
import { inngest } from "../client";
import { replyReceived } from "../events";
import { perAccount } from "../fairness";

/** Asks what a reply means that no rule understood. */
export const understandReplies = inngest.createFunction(
  { id: "understand-replies", triggers: replyReceived, retries: 3, ...perAccount },
  ({ event, step }) => {
    const { accountId, messageId } = event.data;
    return step.run("understand", () => understandReply(mintAccountId(accountId), messageId));
  },
);
