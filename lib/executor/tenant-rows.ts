import { GET as getRun } from "@/app/api/a/[account]/runs/[run]/route";
import { GET as getRuns } from "@/app/api/a/[account]/runs/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import { cancelRunAction, replayRunAction } from "./actions";

export const tenantRows: TenantRows = {
  cancelRunAction: (account, { runId }) => cancelRunAction({ account, id: runId }),
  replayRunAction: (account, { runId }) => replayRunAction({ account, id: runId }),
  "GET runs": (account) => callRoute(getRuns, { params: { account } }),
  "GET runs/[run]": (account, { runId }) => callRoute(getRun, { params: { account, run: runId } }),
};
