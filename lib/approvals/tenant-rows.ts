import { GET as getDraft } from "@/app/api/a/[account]/approvals/[id]/route";
import { GET as getChanges } from "@/app/api/a/[account]/approvals/changes/route";
import { GET as getDrafts } from "@/app/api/a/[account]/approvals/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import {
  approveDraftAction,
  approveManyAction,
  checkDraftAction,
  chooseFallbackAction,
  discardDraftAction,
  reassignDraftAction,
  regenerateDraftAction,
  snoozeDraftAction,
  undoDecisionAction,
} from "./actions";

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const said = { text: "Hello, may I help you?", subject: null };

export const tenantRows: TenantRows = {
  "GET approvals": (account) => callRoute(getDrafts, { params: { account }, query: "?who=all" }),
  "GET approvals/[id]": (account, { draftId }) => callRoute(getDraft, { params: { account, id: draftId } }),
  "GET approvals/changes": (account, { draftId }) =>
    callRoute(getChanges, { params: { account }, query: `?draft=${draftId}` }),
  approveDraftAction: (account, { draftId }) =>
    approveDraftAction({ account, id: draftId, revision: 0, ...said }),
  approveManyAction: (account, { draftId }) =>
    approveManyAction({ account, drafts: [{ id: draftId, revision: 0 }] }),
  discardDraftAction: (account, { draftId }) =>
    discardDraftAction({ account, id: draftId, revision: 0, stopsRun: true }),
  regenerateDraftAction: (account, { draftId }) =>
    regenerateDraftAction({ account, id: draftId, revision: 0, remark: "Shorter" }),
  chooseFallbackAction: (account, { draftId }) => chooseFallbackAction({ account, id: draftId, revision: 0 }),
  reassignDraftAction: (account, { draftId }) =>
    reassignDraftAction({ account, id: draftId, revision: 0, assigneeId: null }),
  snoozeDraftAction: (account, { draftId }) =>
    snoozeDraftAction({ account, id: draftId, revision: 0, until: tomorrow() }),
  undoDecisionAction: (account, { approvedDraftId }) =>
    undoDecisionAction({ account, id: approvedDraftId, revision: 0 }),
  checkDraftAction: (account, { draftId }) => checkDraftAction({ account, id: draftId, ...said }),
};
