import type { AccountId } from "@/lib/accounts/account-id";

/** One question to the account. `nth` counts the runs: values that vary (sequences, people) follow it. */
export type Case = { group: Group; name: string; ask: (nth: number) => Promise<unknown> };

export const GROUPS = [
  "browser",
  "count",
  "funnel",
  "report",
  "overview",
  "timeline",
  "sends",
  "troubles",
] as const;
export type Group = (typeof GROUPS)[number];

/** p95 in milliseconds, in the database. */
export const MARKS: Record<Group, number> = {
  browser: 100,
  // Longer than that it says "at least" by itself.
  count: 1_700,
  funnel: 150,
  report: 150,
  overview: 200,
  timeline: 50,
  sends: 150,
  troubles: 200,
};

/** What there is in the account to ask for. */
export type Known = {
  accountId: AccountId;
  slug: string;
  userId: string;
  now: Date;
  /** The most numerous first. */
  sequences: { id: string; versionIds: string[]; stepIds: string[]; variantIds: string[] }[];
  assignees: string[];
  segments: string[];
  /** One whose figures nobody keeps, as on the first question. */
  unkept: string;
  /** Runs that are over and runs that are live. */
  runs: string[];
};

export const pick = <T>(list: readonly T[], nth: number): T => {
  const value = list[nth % list.length];
  if (value === undefined) throw new Error("The account has none of these.");
  return value;
};

/** Days before now, in the account's own words for days. */
export const dayAgo = (now: Date, days: number) =>
  new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
