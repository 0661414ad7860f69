import { outcomesOf } from "@/lib/outcomes/data";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("conversations.reply", ({ accountId }) => outcomesOf(accountId, new Date()));
