"use server";

import { accountAction } from "@/lib/action";
import { addRecord, changeRecord, removeRecord } from "./mutations";
import { addRecordSchema, changeRecordSchema, recordRefSchema } from "./schema";

export const addRecordAction = accountAction("contacts.manage")
  .inputSchema(addRecordSchema)
  .action(async ({ parsedInput: { contactId, record }, ctx }) =>
    addRecord(ctx.accountId, { contactId, record, now: new Date() }),
  );

export const changeRecordAction = accountAction("contacts.manage")
  .inputSchema(changeRecordSchema)
  .action(async ({ parsedInput: { recordId, record }, ctx }) =>
    changeRecord(ctx.accountId, { recordId, record, now: new Date() }),
  );

export const removeRecordAction = accountAction("contacts.manage")
  .inputSchema(recordRefSchema)
  .action(async ({ parsedInput: { recordId, kind }, ctx }) =>
    removeRecord(ctx.accountId, { recordId, kind }),
  );
