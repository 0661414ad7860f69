import { GET as getHistory } from "@/app/api/a/[account]/triggers/history/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";

const TRIGGER = { event: "contact.created", match: "all", conditions: [] };

export const tenantRows: TenantRows = {
  "GET triggers/history": (account) =>
    callRoute(getHistory, {
      params: { account },
      query: `?${new URLSearchParams({ trigger: JSON.stringify(TRIGGER), target: "contact" })}`,
    }),
};
