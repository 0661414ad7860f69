"use server";

import { accountAction } from "@/lib/action";
import {
  archiveAttribute,
  changeAttribute,
  defineAttribute,
  orderAttributes,
  restoreAttribute,
} from "./mutations";
import {
  attributeIdSchema,
  changeAttributeSchema,
  defineAttributeSchema,
  orderAttributesSchema,
} from "./schema";

export const defineAttributeAction = accountAction("settings.manage")
  .inputSchema(defineAttributeSchema)
  .action(async ({ parsedInput: { account: _, ...definition }, ctx }) =>
    defineAttribute(ctx.accountId, definition),
  );

export const changeAttributeAction = accountAction("settings.manage")
  .inputSchema(changeAttributeSchema)
  .action(async ({ parsedInput: { account: _, ...definition }, ctx }) =>
    changeAttribute(ctx.accountId, definition),
  );

export const orderAttributesAction = accountAction("settings.manage")
  .inputSchema(orderAttributesSchema)
  .action(async ({ parsedInput: { ids }, ctx }) => orderAttributes(ctx.accountId, { ids }));

export const archiveAttributeAction = accountAction("settings.manage")
  .inputSchema(attributeIdSchema)
  .action(async ({ parsedInput: { id }, ctx }) => archiveAttribute(ctx.accountId, { id, now: new Date() }));

export const restoreAttributeAction = accountAction("settings.manage")
  .inputSchema(attributeIdSchema)
  .action(async ({ parsedInput: { id }, ctx }) => restoreAttribute(ctx.accountId, { id }));
