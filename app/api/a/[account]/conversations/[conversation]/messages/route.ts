import { olderMessages } from "@/lib/conversations/detail";
import { conversationOf } from "@/lib/conversations/schema";
import { readPlace } from "@/lib/list-place";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("conversations.view", ({ accountId, params, searchParams }) => {
  return olderMessages(accountId, conversationOf(params), readPlace(searchParams.get("before")));
});
