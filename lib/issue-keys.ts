import * as z from "zod";

/**
 * Zod issues say which sentence of `errors.json` applies instead of saying it in English, so that one schema serves
 * every language. A message given in a schema is such a key too.
 */
z.config({ customError: (issue) => issueKey(issue) });

function issueKey(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "invalid_type") return issue.input === undefined ? "required" : "invalid_value";
  if (issue.code === "too_small" && issue.origin === "string") {
    return Number(issue.minimum) <= 1 ? "required" : `text_too_short?min=${issue.minimum}`;
  }
  if (issue.code === "too_big" && issue.origin === "string") return `text_too_long?max=${issue.maximum}`;
  if (issue.code === "too_small" && issue.origin === "array") return `too_few?min=${issue.minimum}`;
  if (issue.code === "too_big" && issue.origin === "array") return `too_many?max=${issue.maximum}`;
  if (issue.code === "too_small") return `number_too_small?min=${issue.minimum}`;
  if (issue.code === "too_big") return `number_too_big?max=${issue.maximum}`;
  if (issue.code === "invalid_format" && issue.format === "email") return "email_invalid";
  if (issue.code === "invalid_format" && issue.format === "url") return "url_invalid";
  return "invalid_value";
}
