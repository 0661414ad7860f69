import { macroChoices } from "@/lib/automation/data";
import { accountRoute } from "@/lib/route";

/** What the person may run in a conversation: everybody's macros and their own. */
export const GET = accountRoute("conversations.reply", async ({ accountId, userId }) => ({
  macros: await macroChoices(accountId, userId),
}));
