import "@/lib/issue-keys";
import { createSafeActionClient } from "next-safe-action";
import { accountInput } from "@/lib/action-input";
import { currentLocale } from "@/lib/current-locale";
import { type ShownError, sentences, shownError, shownUnexpected } from "@/lib/error-text";
import { AppError } from "@/lib/errors";
import { passAccount, passPerson, passSameOrigin } from "@/lib/gate";
import type { Locale } from "@/lib/locale";
import { log } from "@/lib/log";
import type { Permission } from "@/lib/permissions";

/**
 * The base of every action: a same-origin request, errors as sentences in the person's language. Only the text of
 * an `AppError` reaches a person; anything else is logged and answered with one neutral sentence.
 */
const door = createSafeActionClient<"flattened", ShownError>({
  defaultValidationErrorsShape: "flattened",
  handleServerError: async (error) => {
    const locale = await currentLocale();
    if (error instanceof AppError) return shownError(error, locale);
    log.error({ err: error }, "An action failed unexpectedly.");
    return shownUnexpected(locale);
  },
}).use(async ({ next }) => {
  await passSameOrigin();
  const locale = await currentLocale();
  const result = await next({ ctx: { locale } });
  result.validationErrors = inWords(result.validationErrors, locale);
  return result;
});

/** An action of a signed-in person outside any account. */
export const personAction = () => door.use(async ({ next }) => next({ ctx: { person: await passPerson() } }));

/**
 * An action within an account: sign-in, membership, permission, module, then the input is parsed. Its schema extends
 * `accountInput`; `ctx` is the passage (`accountId`, `userId`, `role`, `account`, `person`) and the `locale`.
 */
export const accountAction = (permission: Permission) =>
  door.use(async ({ next, clientInput }) => {
    const told = accountInput.safeParse(clientInput);
    if (!told.success) throw new AppError("not_found");
    return next({ ctx: await passAccount(told.data.account, permission) });
  });

type Flattened = { formErrors: string[]; fieldErrors: Record<string, string[] | undefined> };

function inWords(errors: unknown, locale: Locale): Flattened | undefined {
  if (!errors) return undefined;
  const { formErrors, fieldErrors } = errors as Flattened;
  const sentence = sentences(locale);
  const fields = Object.entries(fieldErrors).map(([field, keys]) => [
    field,
    keys?.map((key) => sentence(key)),
  ]);
  // Faults deep inside a field are dropped by the flattening; the form must still say that it was refused.
  const isSilent = formErrors.length === 0 && fields.length === 0;
  const shown = isSilent ? ["invalid"] : formErrors;
  return { formErrors: shown.map((key) => sentence(key)), fieldErrors: Object.fromEntries(fields) };
}
