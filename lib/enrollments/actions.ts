"use server";

import { accountAction } from "@/lib/action";
import { contactIdsOf, reportEnroll } from "./audience";
import { pauseEnrollments, resumeEnrollments, sendNow, stopEnrollments } from "./control";
import { enroll } from "./mutations";
import { enrollManySchema, enrollOneSchema, runsSchema } from "./schema";

export const pauseEnrollmentsAction = accountAction("enrollments.manage")
  .inputSchema(runsSchema)
  .action(async ({ parsedInput: { ids }, ctx }) =>
    pauseEnrollments(ctx.accountId, { ids, actorId: ctx.userId, now: new Date() }),
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

export const sendNowAction = accountAction("enrollments.manage")
  .inputSchema(runsSchema)
  .action(async ({ parsedInput: { ids }, ctx }) =>
    sendNow(ctx.accountId, { ids, actorId: ctx.userId, now: new Date() }),
  );

export const enrollContactAction = accountAction("enrollments.manage")
  .inputSchema(enrollOneSchema)
  .action(async ({ parsedInput: { sequenceId, contactId }, ctx }) => {
    const wish = { sequenceId, contactIds: [contactId], actorId: ctx.userId, now: new Date() };
    return enroll(ctx.accountId, wish);
  });

export const reportEnrollAction = accountAction("enrollments.bulk")
  .inputSchema(enrollManySchema)
  .action(async ({ parsedInput: { sequenceId, audience }, ctx }) =>
    reportEnroll(ctx.accountId, { sequenceId, audience, now: new Date() }),
  );

/** Answers counts: the ids of thousands are of no use to a screen. */
export const enrollContactsAction = accountAction("enrollments.bulk")
  .inputSchema(enrollManySchema)
  .action(async ({ parsedInput: { sequenceId, audience }, ctx }) => {
    const contactIds = await contactIdsOf(ctx.accountId, audience);
    const done = await enroll(ctx.accountId, {
      sequenceId,
      contactIds,
      actorId: ctx.userId,
      now: new Date(),
    });
    return { enrolled: done.enrolled.length, existing: done.existing.length, refused: done.refused.length };
  });
