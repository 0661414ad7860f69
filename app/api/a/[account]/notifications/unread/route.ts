import { unreadOf } from "@/lib/notifications/data";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("sequences.view", ({ accountId, userId }) => unreadOf(accountId, userId));
