import { readPlace } from "@/lib/conversations/data";
import { olderMessages } from "@/lib/conversations/detail";
import { conversationOf } from "@/lib/conversations/schema";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("conversations.view", ({ accountId, params, searchParams }) => {
  return olderMessages(accountId, conversationOf(params), readPlace(searchParams.get("before")));
});
