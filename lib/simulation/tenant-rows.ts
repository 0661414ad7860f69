import { GET as simulate } from "@/app/api/a/[account]/sequences/[id]/simulate/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";

export const tenantRows: TenantRows = {
  "GET sequences/[id]/simulate": (account, { sequenceId }) =>
    callRoute(simulate, { params: { account, id: sequenceId }, query: "?population=contacts" }),
};
