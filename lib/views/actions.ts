"use server";

import { accountAction } from "@/lib/action";
import { may } from "@/lib/permissions";
import { changeView, deleteView, saveView } from "./mutations";
import { changeViewSchema, saveViewSchema, viewIdSchema } from "./schema";

export const saveViewAction = accountAction("enrollments.view")
  .inputSchema(saveViewSchema)
  .action(async ({ parsedInput: { name, query, isShared }, ctx }) =>
    saveView(ctx.accountId, {
      ...{ name, query, isShared, userId: ctx.userId },
      mayShare: may(ctx.role, "enrollments.manage"),
    }),
  );

export const changeViewAction = accountAction("enrollments.view")
  .inputSchema(changeViewSchema)
  .action(async ({ parsedInput: { account: _, ...change }, ctx }) =>
    changeView(ctx.accountId, {
      ...{ ...change, userId: ctx.userId },
      mayShare: may(ctx.role, "enrollments.manage"),
    }),
  );

export const deleteViewAction = accountAction("enrollments.view")
  .inputSchema(viewIdSchema)
  .action(async ({ parsedInput: { viewId }, ctx }) =>
    deleteView(ctx.accountId, {
      ...{ viewId, userId: ctx.userId },
      mayShare: may(ctx.role, "enrollments.manage"),
    }),
  );
