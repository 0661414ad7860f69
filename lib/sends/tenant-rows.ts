import { GET as getFunnelExport } from "@/app/api/a/[account]/funnel/export/route";
import { GET as getFunnel } from "@/app/api/a/[account]/funnel/route";
import { GET as getExport } from "@/app/api/a/[account]/sends/export/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";

export const tenantRows: TenantRows = {
  "GET sends/export": (account, { sequenceId, segmentId }) =>
    callRoute(getExport, { params: { account }, query: `?sequence=${sequenceId}&segment=${segmentId}` }),
  "GET funnel": (account, { sequenceId }) =>
    callRoute(getFunnel, { params: { account }, query: `?sequence=${sequenceId}` }),
  "GET funnel/export": (account, { sequenceId }) =>
    callRoute(getFunnelExport, { params: { account }, query: `?sequence=${sequenceId}` }),
};
