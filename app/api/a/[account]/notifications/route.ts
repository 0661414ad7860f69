import { fromAddress } from "@/lib/address";
import { cursorSchema } from "@/lib/keyset";
import { listNotifications } from "@/lib/notifications/data";
import { notificationFilterSchema } from "@/lib/notifications/schema";
import { accountRoute } from "@/lib/route";

export const GET = accountRoute("sequences.view", ({ accountId, userId, searchParams }) => {
  const asked = Object.fromEntries(searchParams);
  return listNotifications(accountId, userId, {
    ...fromAddress(notificationFilterSchema, asked),
    ...fromAddress(cursorSchema, asked),
  });
});
