import { GET as exportTable } from "@/app/api/a/[account]/reports/export/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";

export const tenantRows: TenantRows = {
  "GET reports/export": (account, { sequenceId }) =>
    callRoute(exportTable, { params: { account }, query: `?by=step&sequence=${sequenceId}` }),
};
