import { GET as getAlerts } from "@/app/api/a/[account]/alerts/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import { dismissAlertAction, liftBlockAction, resumeInboxOfAlertAction } from "./actions";

export const tenantRows: TenantRows = {
  "GET alerts": (account) => callRoute(getAlerts, { params: { account } }),
  dismissAlertAction: (account, { noticeId }) => dismissAlertAction({ account, id: noticeId }),
  liftBlockAction: (account, { blockAlertId }) => liftBlockAction({ account, id: blockAlertId }),
  resumeInboxOfAlertAction: (account, { pausedAlertId }) =>
    resumeInboxOfAlertAction({ account, id: pausedAlertId }),
};
