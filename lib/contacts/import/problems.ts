/** Why a row of the file is not imported; each has a sentence in messages/<language>/contacts.json. */
export const PROBLEM_CODES = [
  "quote_open",
  "quote_bad",
  "column_count",
  "no_address",
  "phone_invalid",
  "email_invalid",
  "zone_unknown",
  "cell_too_long",
  "attribute_invalid",
  "too_many_tags",
  "duplicate_in_file",
  "identity_conflict",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export type Problem = { line: number; code: ProblemCode; data: Record<string, string | number> };

export const isProblem = <T extends object>(row: T | Problem): row is Problem => "code" in row;
