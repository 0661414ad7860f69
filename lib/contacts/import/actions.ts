"use server";

import * as z from "zod";
import { accountAction } from "@/lib/action";
import { accountInput } from "@/lib/action-input";
import { undoImport } from "./undo";

export const undoImportAction = accountAction("contacts.manage")
  .inputSchema(accountInput.extend({ importId: z.uuid() }))
  .action(async ({ parsedInput: { importId }, ctx }) =>
    undoImport(ctx.accountId, { importId, now: new Date() }),
  );
