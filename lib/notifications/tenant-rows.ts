import { GET as getNotifications } from "@/app/api/a/[account]/notifications/route";
import { GET as getUnread } from "@/app/api/a/[account]/notifications/unread/route";
import { DEFAULT_NOTIFICATION_PREFERENCES } from "@/lib/core/model-maestro";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import { changePreferencesAction, markAllReadAction, markReadAction } from "./actions";

export const tenantRows: TenantRows = {
  "GET notifications": (account) => callRoute(getNotifications, { params: { account } }),
  "GET notifications/unread": (account) => callRoute(getUnread, { params: { account } }),
  markReadAction: (account, { notificationId }) => markReadAction({ account, ids: [notificationId] }),
  markAllReadAction: (account, { notificationId }) => markAllReadAction({ account, upToId: notificationId }),
  changePreferencesAction: (account) =>
    changePreferencesAction({ account, preferences: DEFAULT_NOTIFICATION_PREFERENCES }),
};
