type Answer =
  | {
      data?: unknown;
      serverError?: { message: string };
      validationErrors?: { formErrors?: string[]; fieldErrors?: Record<string, string[] | undefined> };
    }
  | undefined;

/** The sentence with which an action refused, or null when it was carried out. */
export function refusalOf(answer: Answer): string | null {
  if (answer?.serverError) return answer.serverError.message;
  const { formErrors = [], fieldErrors = {} } = answer?.validationErrors ?? {};
  return formErrors[0] ?? Object.values(fieldErrors).flat()[0] ?? null;
}
