"use server";

import { accountAction } from "@/lib/action";
import { testConnection } from "./connection";
import { changeMaestro, switchMaestro } from "./mutations";
import { changeMaestroSchema, switchMaestroSchema, testMaestroSchema } from "./schema";

export const changeMaestroAction = accountAction("settings.manage")
  .inputSchema(changeMaestroSchema)
  .action(async ({ parsedInput: { account: _, ...change }, ctx }) =>
    changeMaestro(ctx.accountId, change, { userId: ctx.userId, now: new Date() }),
  );

export const switchMaestroAction = accountAction("settings.manage")
  .inputSchema(switchMaestroSchema)
  .action(async ({ parsedInput: { isOn }, ctx }) =>
    switchMaestro(ctx.accountId, isOn, { userId: ctx.userId, now: new Date() }),
  );

export const testMaestroAction = accountAction("settings.manage")
  .inputSchema(testMaestroSchema)
  .action(async ({ parsedInput: { account: _, ...typed }, ctx }) =>
    testConnection(ctx.accountId, typed, new Date()),
  );
