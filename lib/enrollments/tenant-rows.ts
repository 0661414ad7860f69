import { GET as getEntries } from "@/app/api/a/[account]/enrollments/[enrollment]/entries/route";
import { GET as getDelivery } from "@/app/api/a/[account]/enrollments/[enrollment]/events/[event]/route";
import { GET as getRun } from "@/app/api/a/[account]/enrollments/[enrollment]/route";
import { GET as getAbouts } from "@/app/api/a/[account]/enrollments/abouts/route";
import { GET as getBulks } from "@/app/api/a/[account]/enrollments/bulk/route";
import { GET as getBulkActs } from "@/app/api/a/[account]/enrollments/bulk-acts/route";
import { GET as getChoices } from "@/app/api/a/[account]/enrollments/choices/route";
import { GET as getCount, POST as postCount } from "@/app/api/a/[account]/enrollments/count/route";
import { GET as getExport, POST as postExport } from "@/app/api/a/[account]/enrollments/export/route";
import { GET as getRefused } from "@/app/api/a/[account]/enrollments/refused/route";
import { GET as getRuns, POST as postRuns } from "@/app/api/a/[account]/enrollments/route";
import { callRoute, type Tenant, type TenantRows } from "@/scripts/test/tenant";
import {
  cancelBulkActAction,
  cancelBulkAction,
  enrollContactAction,
  enrollContactsAction,
  listReportedAction,
  moveEnrollmentsAction,
  pauseEnrollmentsAction,
  previewActAction,
  previewBulkActAction,
  reportEnrollAction,
  rescheduleEnrollmentsAction,
  resumeEnrollmentsAction,
  sendNowAction,
  startBulkActAction,
  stopEnrollmentsAction,
  undoActAction,
  undoBulkActAction,
  undoBulkAction,
} from "./actions";
import type { EnrollmentFilter } from "./schema";

const audienceOf = ({ freeContactId }: Tenant) => ({ kind: "contacts" as const, ids: [freeContactId] });
const asking = (account: string, filter: EnrollmentFilter) => ({
  ...{ method: "POST", params: { account }, body: JSON.stringify(filter) },
});
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

export const tenantRows: TenantRows = {
  pauseEnrollmentsAction: (account, { enrollmentId }) =>
    pauseEnrollmentsAction({ account, ids: [enrollmentId] }),
  resumeEnrollmentsAction: (account, { enrollmentId }) =>
    resumeEnrollmentsAction({ account, ids: [enrollmentId] }),
  stopEnrollmentsAction: (account, { enrollmentId }) =>
    stopEnrollmentsAction({ account, ids: [enrollmentId] }),
  sendNowAction: (account, { enrollmentId }) => sendNowAction({ account, ids: [enrollmentId] }),
  moveEnrollmentsAction: (account, { enrollmentId, snapshot }) =>
    moveEnrollmentsAction({ account, ids: [enrollmentId], stepId: snapshot.steps[1]?.id ?? "" }),
  rescheduleEnrollmentsAction: (account, { enrollmentId }) =>
    rescheduleEnrollmentsAction({ account, ids: [enrollmentId], at: tomorrow() }),
  previewActAction: (account, { enrollmentId }) =>
    previewActAction({ account, ids: [enrollmentId], act: { kind: "stop" } }),
  undoActAction: (account, { actId }) => undoActAction({ account, actId }),
  enrollContactAction: (account, { sequenceId, freeContactId }) =>
    enrollContactAction({ account, sequenceId, contactId: freeContactId }),
  reportEnrollAction: (account, of) =>
    reportEnrollAction({ account, sequenceId: of.sequenceId, audience: audienceOf(of) }),
  listReportedAction: (account, of) =>
    listReportedAction({
      account,
      sequenceId: of.sequenceId,
      audience: audienceOf(of),
      verdict: "enrollable",
    }),
  enrollContactsAction: (account, of) =>
    enrollContactsAction({ account, sequenceId: of.sequenceId, audience: audienceOf(of) }),
  cancelBulkAction: (account, { bulkId }) => cancelBulkAction({ account, bulkId }),
  undoBulkAction: (account, { doneBulkId }) => undoBulkAction({ account, bulkId: doneBulkId }),
  previewBulkActAction: (account, { sequenceId }) =>
    previewBulkActAction({ account, act: { kind: "stop" }, filter: { sequence: sequenceId } }),
  startBulkActAction: (account, { sequenceId }) =>
    startBulkActAction({ account, act: { kind: "stop" }, filter: { sequence: sequenceId } }),
  cancelBulkActAction: (account, { bulkActId }) => cancelBulkActAction({ account, bulkActId }),
  undoBulkActAction: (account, { doneBulkActId }) => undoBulkActAction({ account, bulkActId: doneBulkActId }),
  "GET enrollments": (account, { sequenceId }) =>
    callRoute(getRuns, { params: { account }, query: `?sequence=${sequenceId}` }),
  "POST enrollments": (account, { enrollmentId }) =>
    callRoute(postRuns, asking(account, { ids: [enrollmentId] })),
  "GET enrollments/count": (account, { sequenceId }) =>
    callRoute(getCount, { params: { account }, query: `?sequence=${sequenceId}` }),
  "POST enrollments/count": (account, { enrollmentId }) =>
    callRoute(postCount, asking(account, { ids: [enrollmentId] })),
  "GET enrollments/export": (account, { sequenceId }) =>
    callRoute(getExport, { params: { account }, query: `?sequence=${sequenceId}` }),
  "POST enrollments/export": (account, { enrollmentId }) =>
    callRoute(postExport, asking(account, { ids: [enrollmentId] })),
  "GET enrollments/choices": (account, { sequenceId }) =>
    callRoute(getChoices, { params: { account }, query: `?sequence=${sequenceId}` }),
  "GET enrollments/[enrollment]": (account, { enrollmentId }) =>
    callRoute(getRun, { params: { account, enrollment: enrollmentId } }),
  "GET enrollments/[enrollment]/entries": (account, { enrollmentId }) =>
    callRoute(getEntries, {
      params: { account, enrollment: enrollmentId },
      query: `?before=${encodeURIComponent(`2100-01-01 00:00:00+00|${enrollmentId}`)}`,
    }),
  "GET enrollments/[enrollment]/events/[event]": (account, { enrollmentId, deliveryId }) =>
    callRoute(getDelivery, { params: { account, enrollment: enrollmentId, event: deliveryId } }),
  "GET enrollments/abouts": (account, { sequenceId, contactId }) =>
    callRoute(getAbouts, { params: { account }, query: `?sequence=${sequenceId}&contact=${contactId}` }),
  "GET enrollments/bulk-acts": (account) => callRoute(getBulkActs, { params: { account } }),
  "GET enrollments/bulk": (account) => callRoute(getBulks, { params: { account } }),
  "GET enrollments/refused": (account, { sequenceId }) =>
    callRoute(getRefused, { params: { account }, query: `?sequence=${sequenceId}` }),
};
