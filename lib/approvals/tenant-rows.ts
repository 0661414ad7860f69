import { POST as check } from "@/app/api/a/[account]/approvals/[id]/check/route";
import { POST as regenerate } from "@/app/api/a/[account]/approvals/[id]/regenerate/route";
import { GET as getDraft } from "@/app/api/a/[account]/approvals/[id]/route";
import { GET as getChanges } from "@/app/api/a/[account]/approvals/changes/route";
import { GET as getDrafts } from "@/app/api/a/[account]/approvals/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import {
  approveDraftAction,
  approveManyAction,
  chooseFallbackAction,
  discardDraftAction,
  reassignDraftAction,
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
  "POST approvals/[id]/regenerate": (account, { draftId }) =>
    callRoute(regenerate, {
      ...{ method: "POST", params: { account, id: draftId } },
      body: JSON.stringify({ revision: 0, remark: "Shorter" }),
    }),
  "POST approvals/[id]/check": (account, { draftId }) =>
    callRoute(check, {
      ...{ method: "POST", params: { account, id: draftId } },
      body: JSON.stringify({ ...said, vouched: [] }),
    }),
  chooseFallbackAction: (account, { draftId }) => chooseFallbackAction({ account, id: draftId, revision: 0 }),
  reassignDraftAction: (account, { draftId }) =>
    reassignDraftAction({ account, id: draftId, revision: 0, assigneeId: null }),
  snoozeDraftAction: (account, { draftId }) =>
    snoozeDraftAction({ account, id: draftId, revision: 0, until: tomorrow() }),
  undoDecisionAction: (account, { approvedDraftId }) =>
    undoDecisionAction({ account, id: approvedDraftId, revision: 0 }),
};
