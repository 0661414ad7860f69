import "@/lib/issue-keys";
import type { NextRequest } from "next/server";
import { ZodError } from "zod";
import { currentLocale } from "@/lib/current-locale";
import { type ShownError, sentences, shownError, shownUnexpected } from "@/lib/error-text";
import { AppError, type AppErrorCode } from "@/lib/errors";
import { type Passage, passAccount } from "@/lib/gate";
import type { Locale } from "@/lib/locale";
import { log } from "@/lib/log";
import type { Permission } from "@/lib/permissions";
import { isSameOrigin } from "@/lib/same-origin";

const HTTP_STATUS: Record<AppErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 422,
  conflict: 409,
  module_off: 403,
  limited: 429,
  unavailable: 503,
};

type Params = { account: string } & Record<string, string>;

export type RouteInput = Passage & {
  params: Params;
  searchParams: URLSearchParams;
  request: NextRequest;
  locale: Locale;
};

/**
 * A route handler within an account (`app/api/a/[account]/…`). What the handler returns is sent as JSON, unless it
 * is a `Response` already. Refusals answer `{ error: ShownError }` with the matching HTTP status.
 */
export const accountRoute =
  (permission: Permission, answer: (input: RouteInput) => Promise<unknown>) =>
  async (request: NextRequest, context: { params: Promise<Record<string, string>> }): Promise<Response> => {
    const locale = await currentLocale();
    try {
      const isRead = request.method === "GET" || request.method === "HEAD";
      if (!isRead && !isSameOrigin(request.headers)) throw new AppError("forbidden", "foreign_origin");
      const params = await context.params;
      const slug = params.account ?? "";
      const passage = await passAccount(slug, permission);
      const { searchParams } = new URL(request.url);
      const answered = await answer({
        ...passage,
        params: { ...params, account: slug },
        searchParams,
        request,
        locale,
      });
      return answered instanceof Response ? answered : json(answered, 200);
    } catch (error) {
      return refused(error, locale);
    }
  };

function refused(error: unknown, locale: Locale): Response {
  if (error instanceof AppError) {
    return json({ error: shownError(error, locale) }, HTTP_STATUS[error.code]);
  }
  if (error instanceof ZodError) return json({ error: shownIssues(error, locale) }, HTTP_STATUS.invalid);
  log.error({ err: error }, "A route failed unexpectedly.");
  return json({ error: shownUnexpected(locale) }, 500);
}

function shownIssues(error: ZodError, locale: Locale): ShownError {
  const sentence = sentences(locale);
  const fields = error.issues.map((issue) => [issue.path.join("."), sentence(issue.message)]);
  return { code: "invalid", message: sentence("invalid"), fields: Object.fromEntries(fields), data: {} };
}

/** Answers hold one account's data: no cache on the way may keep them. */
const json = (body: unknown, status: number): Response =>
  Response.json(body, { status, headers: { "cache-control": "private, no-store" } });
