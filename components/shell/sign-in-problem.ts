const KNOWN: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: "wrong",
  INVALID_EMAIL: "email",
  USER_ALREADY_EXISTS: "taken",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "taken",
  PASSWORD_TOO_SHORT: "short",
  PASSWORD_TOO_LONG: "long",
};

const TOO_MANY_REQUESTS = 429;

/** Which sentence of `auth.problems` answers a refused sign-in or sign-up. */
export function signInProblem(error: { status: number; code?: string }): string {
  if (error.status === TOO_MANY_REQUESTS) return "limited";
  return KNOWN[error.code ?? ""] ?? "unexpected";
}
