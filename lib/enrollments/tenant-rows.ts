import { GET as getRun } from "@/app/api/a/[account]/enrollments/[enrollment]/route";
import { GET as getRuns } from "@/app/api/a/[account]/enrollments/route";
import { callRoute, type TenantRows } from "@/scripts/test/tenant";
import {
  enrollContactAction,
  enrollContactsAction,
  pauseEnrollmentsAction,
  reportEnrollAction,
  resumeEnrollmentsAction,
  sendNowAction,
  stopEnrollmentsAction,
} from "./actions";

export const tenantRows: TenantRows = {
  pauseEnrollmentsAction: (account, { enrollmentId }) =>
    pauseEnrollmentsAction({ account, ids: [enrollmentId] }),
  resumeEnrollmentsAction: (account, { enrollmentId }) =>
    resumeEnrollmentsAction({ account, ids: [enrollmentId] }),
  stopEnrollmentsAction: (account, { enrollmentId }) =>
    stopEnrollmentsAction({ account, ids: [enrollmentId] }),
  sendNowAction: (account, { enrollmentId }) => sendNowAction({ account, ids: [enrollmentId] }),
  enrollContactAction: (account, { sequenceId, freeContactId }) =>
    enrollContactAction({ account, sequenceId, contactId: freeContactId }),
  reportEnrollAction: (account, { sequenceId, freeContactId }) =>
    reportEnrollAction({ account, sequenceId, audience: { kind: "contacts", ids: [freeContactId] } }),
  enrollContactsAction: (account, { sequenceId, freeContactId }) =>
    enrollContactsAction({ account, sequenceId, audience: { kind: "contacts", ids: [freeContactId] } }),
  "GET enrollments": (account, { sequenceId }) =>
    callRoute(getRuns, { params: { account }, query: `?sequence=${sequenceId}` }),
  "GET enrollments/[enrollment]": (account, { enrollmentId }) =>
    callRoute(getRun, { params: { account, enrollment: enrollmentId } }),
};
