import { conversationThread } from "@/lib/conversations/detail";
import { conversationOf } from "@/lib/conversations/schema";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("conversations.view", ({ accountId, params }) => {
  return conversationThread(accountId, conversationOf(params), new Date());
});
