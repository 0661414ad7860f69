import { GET as getHsmTemplates } from "@/app/api/a/[account]/hsm-templates/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import { syncTemplatesAction } from "./actions";

export const tenantRows: TenantRows = {
  syncTemplatesAction: (account, { inboxId }) => syncTemplatesAction({ account, inboxId }),
  "GET hsm-templates": (account) => callRoute(getHsmTemplates, { params: { account } }),
};
