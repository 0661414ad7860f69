"use server";

import { accountAction } from "@/lib/action";
import { changePreferences, markAllRead, markRead } from "./mutations";
import { markAllReadSchema, markReadSchema, preferencesFormSchema } from "./schema";

// Whoever sees the account has notifications of their own: these change nobody else's.

export const markReadAction = accountAction("sequences.view")
  .inputSchema(markReadSchema)
  .action(async ({ parsedInput: { ids }, ctx }) =>
    markRead(ctx.accountId, { ids, userId: ctx.userId, now: new Date() }),
  );

export const markAllReadAction = accountAction("sequences.view")
  .inputSchema(markAllReadSchema)
  .action(async ({ parsedInput: { upToId }, ctx }) =>
    markAllRead(ctx.accountId, { upToId, userId: ctx.userId, now: new Date() }),
  );

export const changePreferencesAction = accountAction("sequences.view")
  .inputSchema(preferencesFormSchema)
  .action(async ({ parsedInput: { preferences }, ctx }) =>
    changePreferences(ctx.accountId, { preferences, userId: ctx.userId, now: new Date() }),
  );
