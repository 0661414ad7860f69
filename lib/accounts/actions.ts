"use server";

import { personAction } from "@/lib/action";
import { createAccount, setLanguage } from "./mutations";
import { languageSchema, newAccountSchema } from "./schema";

export const createAccountAction = personAction()
  .inputSchema(newAccountSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { slug } = await createAccount({ ...parsedInput, userId: ctx.person.id, locale: ctx.locale });
    return { slug };
  });

export const setLanguageAction = personAction()
  .inputSchema(languageSchema)
  .action(async ({ parsedInput, ctx }) => {
    await setLanguage(ctx.person.id, parsedInput.locale);
  });
