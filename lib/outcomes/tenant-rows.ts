import { GET as getOutcomes } from "@/app/api/a/[account]/outcomes/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import { sendAgainAction, settleOutcomesAction } from "./actions";

export const tenantRows: TenantRows = {
  "GET outcomes": (account) => callRoute(getOutcomes, { params: { account } }),
  settleOutcomesAction: (account, { outcomeId: id }) =>
    settleOutcomesAction({ account, outcomes: [{ source: "sequence", id }], as: "left" }),
  sendAgainAction: (account, { outcomeId: id }) => sendAgainAction({ account, source: "sequence", id }),
};
