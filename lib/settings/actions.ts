"use server";

import { accountAction } from "@/lib/action";
import { changeSettings } from "./mutations";
import {
  generalSchema,
  holidaysFormSchema,
  limitsFormSchema,
  runRulesFormSchema,
  sendingHoursFormSchema,
  unclearFormSchema,
} from "./schema";

export const changeGeneralAction = accountAction("settings.manage")
  .inputSchema(generalSchema)
  .action(async ({ parsedInput: { account: _, ...settings }, ctx }) =>
    changeSettings(ctx.accountId, { settings, now: new Date() }),
  );

export const changeSendingHoursAction = accountAction("settings.manage")
  .inputSchema(sendingHoursFormSchema)
  .action(async ({ parsedInput: { sendingHours }, ctx }) =>
    changeSettings(ctx.accountId, { settings: { sendingHours }, now: new Date() }),
  );

export const changeLimitsAction = accountAction("settings.manage")
  .inputSchema(limitsFormSchema)
  .action(async ({ parsedInput: { limits }, ctx }) =>
    changeSettings(ctx.accountId, { settings: { limits }, now: new Date() }),
  );

export const changeRunRulesAction = accountAction("settings.manage")
  .inputSchema(runRulesFormSchema)
  .action(async ({ parsedInput: { account: _, ...settings }, ctx }) =>
    changeSettings(ctx.accountId, { settings, now: new Date() }),
  );

export const changeUnclearAction = accountAction("settings.manage")
  .inputSchema(unclearFormSchema)
  .action(async ({ parsedInput: { unknownAfterHours }, ctx }) =>
    changeSettings(ctx.accountId, { settings: { unknownAfterHours }, now: new Date() }),
  );

export const changeHolidaysAction = accountAction("settings.manage")
  .inputSchema(holidaysFormSchema)
  .action(async ({ parsedInput: { holidays }, ctx }) =>
    changeSettings(ctx.accountId, { settings: { holidays: sorted(holidays) }, now: new Date() }),
  );

const sorted = <T extends { date: string }>(holidays: T[]): T[] =>
  [...holidays].sort((a, b) => a.date.localeCompare(b.date));
