import { GET as getMoveDates } from "@/app/api/a/[account]/sequences/[id]/impact/dates/route";
import { GET as getImpact } from "@/app/api/a/[account]/sequences/[id]/impact/route";
import { GET as getMoves } from "@/app/api/a/[account]/sequences/[id]/moves/route";
import { GET as getVersion } from "@/app/api/a/[account]/sequences/[id]/versions/[number]/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import { cancelMoveAction, publishSequenceAction } from "./actions";

export const tenantRows: TenantRows = {
  publishSequenceAction: (account, { sequenceId }) =>
    publishSequenceAction({ account, sequenceId, draftRevision: 0, note: "" }),
  cancelMoveAction: (account, { moveId }) => cancelMoveAction({ account, moveId }),
  "GET sequences/[id]/impact": (account, { sequenceId }) =>
    callRoute(getImpact, { params: { account, id: sequenceId } }),
  "GET sequences/[id]/impact/dates": (account, { sequenceId, versionId, snapshot }) =>
    callRoute(getMoveDates, {
      params: { account, id: sequenceId },
      query: `?versionId=${versionId}&stepId=${snapshot.steps[0]?.id}`,
    }),
  "GET sequences/[id]/moves": (account, { sequenceId }) =>
    callRoute(getMoves, { params: { account, id: sequenceId } }),
  "GET sequences/[id]/versions/[number]": (account, { sequenceId }) =>
    callRoute(getVersion, { params: { account, id: sequenceId, number: "1" } }),
};
