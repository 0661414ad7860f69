import { GET as search } from "@/app/api/a/[account]/search/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";

export const tenantRows: TenantRows = {
  "GET search": (account, { canary }) => callRoute(search, { params: { account }, query: `?q=${canary}` }),
};
