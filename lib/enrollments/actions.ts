"use server";

import { accountAction } from "@/lib/action";
import { cancelBulk, startBulk, undoBulk } from "./bulk";
import { bulkActRefSchema, bulkActSchema } from "./bulk-act-schema";
import { cancelBulkAct, startBulkAct, undoBulkAct } from "./bulk-acts";
import { previewBulkAct } from "./bulk-acts-preview";
import {
  moveEnrollments,
  pauseEnrollments,
  rescheduleEnrollments,
  resumeEnrollments,
  sendNow,
  stopEnrollments,
} from "./control";
import { enrollOne } from "./enroll-one";
import { previewAct } from "./preview-act";
import { reportEnroll } from "./report";
import { listReported } from "./report-list";
import {
  bulkSchema,
  enrollManySchema,
  enrollOneSchema,
  moveSchema,
  pauseSchema,
  previewActSchema,
  reportedSchema,
  rescheduleSchema,
  runsSchema,
  undoActSchema,
} from "./schema";
import { undoAct } from "./undo-act";

export const pauseEnrollmentsAction = accountAction("enrollments.manage")
  .inputSchema(pauseSchema)
  .action(async ({ parsedInput: { ids, until }, ctx }) =>
    pauseEnrollments(ctx.accountId, { ids, until, actorId: ctx.userId, now: new Date() }),
  );

export const resumeEnrollmentsAction = accountAction("enrollments.manage")
  .inputSchema(runsSchema)
  .action(async ({ parsedInput: { ids }, ctx }) =>
    resumeEnrollments(ctx.accountId, { ids, actorId: ctx.userId, now: new Date() }),
  );

export const stopEnrollmentsAction = accountAction("enrollments.manage")
  .inputSchema(runsSchema)
  .action(async ({ parsedInput: { ids }, ctx }) =>
    stopEnrollments(ctx.accountId, { ids, actorId: ctx.userId, now: new Date() }),
  );

export const moveEnrollmentsAction = accountAction("enrollments.manage")
  .inputSchema(moveSchema)
  .action(async ({ parsedInput: { ids, stepId }, ctx }) =>
    moveEnrollments(ctx.accountId, { ids, stepId, actorId: ctx.userId, now: new Date() }),
  );

export const sendNowAction = accountAction("enrollments.manage")
  .inputSchema(runsSchema)
  .action(async ({ parsedInput: { ids }, ctx }) =>
    sendNow(ctx.accountId, { ids, actorId: ctx.userId, now: new Date() }),
  );

export const rescheduleEnrollmentsAction = accountAction("enrollments.manage")
  .inputSchema(rescheduleSchema)
  .action(async ({ parsedInput: { ids, at }, ctx }) =>
    rescheduleEnrollments(ctx.accountId, { ids, at, actorId: ctx.userId, now: new Date() }),
  );

export const previewActAction = accountAction("enrollments.manage")
  .inputSchema(previewActSchema)
  .action(async ({ parsedInput: { ids, act }, ctx }) =>
    previewAct(ctx.accountId, { ids, act, now: new Date() }),
  );

export const undoActAction = accountAction("enrollments.manage")
  .inputSchema(undoActSchema)
  .action(async ({ parsedInput: { actId }, ctx }) =>
    undoAct(ctx.accountId, { actId, actorId: ctx.userId, now: new Date() }),
  );

export const enrollContactAction = accountAction("enrollments.manage")
  .inputSchema(enrollOneSchema)
  .action(async ({ parsedInput: { sequenceId, contactId, aboutId }, ctx }) =>
    enrollOne(ctx.accountId, { sequenceId, contactId, aboutId, actorId: ctx.userId, now: new Date() }),
  );

export const reportEnrollAction = accountAction("enrollments.bulk")
  .inputSchema(enrollManySchema)
  .action(async ({ parsedInput: { sequenceId, audience }, ctx }) =>
    reportEnroll(ctx.accountId, { sequenceId, audience, now: new Date() }),
  );

export const listReportedAction = accountAction("enrollments.bulk")
  .inputSchema(reportedSchema)
  .action(async ({ parsedInput: { sequenceId, audience, verdict, other, after }, ctx }) =>
    listReported(ctx.accountId, { sequenceId, audience, verdict, other, after, now: new Date() }),
  );

export const enrollContactsAction = accountAction("enrollments.bulk")
  .inputSchema(enrollManySchema)
  .action(async ({ parsedInput: { sequenceId, audience }, ctx }) =>
    startBulk(ctx.accountId, { sequenceId, audience, actorId: ctx.userId, now: new Date() }),
  );

export const cancelBulkAction = accountAction("enrollments.bulk")
  .inputSchema(bulkSchema)
  .action(async ({ parsedInput: { bulkId }, ctx }) => cancelBulk(ctx.accountId, { bulkId, now: new Date() }));

export const undoBulkAction = accountAction("enrollments.bulk")
  .inputSchema(bulkSchema)
  .action(async ({ parsedInput: { bulkId }, ctx }) =>
    undoBulk(ctx.accountId, { bulkId, actorId: ctx.userId, now: new Date() }),
  );

export const previewBulkActAction = accountAction("enrollments.bulk")
  .inputSchema(bulkActSchema)
  .action(async ({ parsedInput: { act, filter }, ctx }) =>
    previewBulkAct(ctx.accountId, { act, filter, now: new Date() }),
  );

export const startBulkActAction = accountAction("enrollments.bulk")
  .inputSchema(bulkActSchema)
  .action(async ({ parsedInput: { act, filter }, ctx }) =>
    startBulkAct(ctx.accountId, { act, filter, actorId: ctx.userId, now: new Date() }),
  );

export const cancelBulkActAction = accountAction("enrollments.bulk")
  .inputSchema(bulkActRefSchema)
  .action(async ({ parsedInput: { bulkActId }, ctx }) =>
    cancelBulkAct(ctx.accountId, { bulkActId, now: new Date() }),
  );

export const undoBulkActAction = accountAction("enrollments.bulk")
  .inputSchema(bulkActRefSchema)
  .action(async ({ parsedInput: { bulkActId }, ctx }) =>
    undoBulkAct(ctx.accountId, { bulkActId, actorId: ctx.userId, now: new Date() }),
  );
