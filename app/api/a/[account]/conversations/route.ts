import { listConversations } from "@/lib/conversations/data";
import { conversationFilterSchema } from "@/lib/conversations/schema";
import { readPlace } from "@/lib/list-place";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("conversations.view", ({ accountId, userId, searchParams }) => {
  const filter = conversationFilterSchema.parse(Object.fromEntries(searchParams));
  return listConversations(accountId, { filter, userId, after: readPlace(searchParams.get("after")) });
});
