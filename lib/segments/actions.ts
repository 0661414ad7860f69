"use server";

import { accountAction } from "@/lib/action";
import { changeSegment, deleteSegment, saveSegment } from "./mutations";
import { changeSegmentSchema, saveSegmentSchema, segmentIdSchema } from "./schema";

export const saveSegmentAction = accountAction("contacts.manage")
  .inputSchema(saveSegmentSchema)
  .action(async ({ parsedInput: { name, filter }, ctx }) =>
    saveSegment(ctx.accountId, { name, filter, actorId: ctx.userId, now: new Date() }),
  );

export const changeSegmentAction = accountAction("contacts.manage")
  .inputSchema(changeSegmentSchema)
  .action(async ({ parsedInput: { account: _, ...change }, ctx }) =>
    changeSegment(ctx.accountId, { ...change, now: new Date() }),
  );

export const deleteSegmentAction = accountAction("contacts.manage")
  .inputSchema(segmentIdSchema)
  .action(async ({ parsedInput: { id }, ctx }) => deleteSegment(ctx.accountId, { id }));
