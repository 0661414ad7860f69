import { conversationOf } from "@/lib/conversations/schema";
import { conversationSide } from "@/lib/conversations/side";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("conversations.view", ({ accountId, params }) => {
  return conversationSide(accountId, conversationOf(params));
});
