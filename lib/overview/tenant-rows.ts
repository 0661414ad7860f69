import { GET as getOverview } from "@/app/api/a/[account]/overview/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";

export const tenantRows: TenantRows = {
  "GET overview": (account) => callRoute(getOverview, { params: { account } }),
};
