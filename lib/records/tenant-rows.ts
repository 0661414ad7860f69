import { GET as board } from "@/app/api/a/[account]/deals/board/route";
import { GET as detail } from "@/app/api/a/[account]/records/[kind]/[record]/route";
import { GET as choices } from "@/app/api/a/[account]/records/choices/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import {
  addRecordAction,
  changeRecordAction,
  enrollRecordAction,
  moveDealAction,
  removeRecordAction,
  rescheduleAction,
  setRecordStatusAction,
} from "./actions";
import {
  addPipelineAction,
  addStageAction,
  archivePipelineAction,
  archiveStageAction,
  orderStagesAction,
  renamePipelineAction,
  renameStageAction,
} from "./pipeline-actions";
import type { RecordInput } from "./schema";

const record: RecordInput = {
  kind: "charge",
  title: "Invoice 12",
  assigneeId: null,
  amount: 12_345,
  currency: "BRL",
  dueOn: "2026-12-01",
  status: "pending",
  paymentUrl: "",
};

export const tenantRows: TenantRows = {
  "GET deals/board": (account, { pipelineId }) =>
    callRoute(board, { params: { account }, query: `?pipeline=${pipelineId}` }),
  "GET records/choices": (account) => callRoute(choices, { params: { account } }),
  "GET records/[kind]/[record]": (account, { dealId }) =>
    callRoute(detail, { params: { account, kind: "deal", record: dealId } }),
  addRecordAction: (account, { contactId }) => addRecordAction({ account, contactId, record }),
  changeRecordAction: (account, { chargeId }) => changeRecordAction({ account, recordId: chargeId, record }),
  setRecordStatusAction: (account, { chargeId }) =>
    setRecordStatusAction({ account, recordId: chargeId, kind: "charge", from: "pending", status: "paid" }),
  moveDealAction: (account, { dealId, stageId }) => moveDealAction({ account, dealId, stageId, position: 7 }),
  rescheduleAction: (account, { appointmentId }) =>
    rescheduleAction({ account, appointmentId, startsAt: "2027-01-10T12:00:00Z" }),
  enrollRecordAction: (account, { dealId, sequenceId }) =>
    enrollRecordAction({ account, recordId: dealId, kind: "deal", sequenceId }),
  addPipelineAction: (account) => addPipelineAction({ account, name: "Renewals", stageName: "Due" }),
  renamePipelineAction: (account, { pipelineId }) =>
    renamePipelineAction({ account, pipelineId, name: "Sales" }),
  archivePipelineAction: (account, { freePipelineId }) =>
    archivePipelineAction({ account, pipelineId: freePipelineId }),
  addStageAction: (account, { pipelineId }) => addStageAction({ account, pipelineId, name: "Contract" }),
  renameStageAction: (account, { stageId }) => renameStageAction({ account, stageId, name: "Fresh" }),
  orderStagesAction: (account, { pipelineId, stageId }) =>
    orderStagesAction({ account, pipelineId, stageIds: [stageId] }),
  archiveStageAction: (account, { freeStageId }) =>
    archiveStageAction({ account, stageId: freeStageId, toStageId: null }),
  removeRecordAction: (account, { chargeId }) =>
    removeRecordAction({ account, recordId: chargeId, kind: "charge" }),
};
