export type Errors = Record<string, string[] | string | undefined>;

type Answer = {
  serverError?: { message: string; fields: Record<string, string> };
  validationErrors?: { formErrors: string[]; fieldErrors: Errors };
};

/** Per field, and what belongs to none as `form`; null when the action was carried out. */
export function errorsOf({ serverError, validationErrors }: Answer): Errors | null {
  if (serverError) {
    const isAtField = Object.keys(serverError.fields).length > 0;
    return { ...serverError.fields, form: isAtField ? undefined : serverError.message };
  }
  if (validationErrors) return { ...validationErrors.fieldErrors, form: validationErrors.formErrors };
  return null;
}
