"use server";

import { accountAction } from "@/lib/action";
import { moveDeal } from "./deals";
import { enrollAbout } from "./enroll-about";
import { addRecord, changeRecord, removeRecord, setStatus } from "./mutations";
import { reschedule } from "./reschedule";
import {
  addRecordSchema,
  changeRecordSchema,
  enrollRecordSchema,
  moveDealSchema,
  recordRefSchema,
  rescheduleSchema,
  setStatusSchema,
} from "./schema";

export const addRecordAction = accountAction("records.manage")
  .inputSchema(addRecordSchema)
  .action(async ({ parsedInput: { contactId, record }, ctx }) =>
    addRecord(ctx.accountId, { contactId, record, actorId: ctx.userId, now: new Date() }),
  );

export const changeRecordAction = accountAction("records.manage")
  .inputSchema(changeRecordSchema)
  .action(async ({ parsedInput: { recordId, record }, ctx }) =>
    changeRecord(ctx.accountId, { recordId, record, actorId: ctx.userId, now: new Date() }),
  );

export const removeRecordAction = accountAction("records.manage")
  .inputSchema(recordRefSchema)
  .action(async ({ parsedInput: { recordId, kind }, ctx }) =>
    removeRecord(ctx.accountId, { recordId, kind }),
  );

export const setRecordStatusAction = accountAction("records.manage")
  .inputSchema(setStatusSchema)
  .action(async ({ parsedInput: { account: _, ...wish }, ctx }) =>
    setStatus(ctx.accountId, { ...wish, actorId: ctx.userId, now: new Date() }),
  );

export const moveDealAction = accountAction("records.manage")
  .inputSchema(moveDealSchema)
  .action(async ({ parsedInput: { dealId, stageId, position }, ctx }) =>
    moveDeal(ctx.accountId, { dealId, stageId, position, actorId: ctx.userId, now: new Date() }),
  );

export const rescheduleAction = accountAction("records.manage")
  .inputSchema(rescheduleSchema)
  .action(async ({ parsedInput: { appointmentId, startsAt }, ctx }) =>
    reschedule(ctx.accountId, {
      ...{ appointmentId, startsAt: new Date(startsAt) },
      ...{ actorId: ctx.userId, now: new Date() },
    }),
  );

export const enrollRecordAction = accountAction("enrollments.manage")
  .inputSchema(enrollRecordSchema)
  .action(async ({ parsedInput: { recordId, kind, sequenceId }, ctx }) =>
    enrollAbout(ctx.accountId, { recordId, kind, sequenceId, actorId: ctx.userId, now: new Date() }),
  );
