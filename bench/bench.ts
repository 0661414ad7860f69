import type { Sql } from "postgres";
import type { AccountId } from "@/lib/accounts/account-id";

/** What every measured part is given. */
export type Bench = {
  /** As the owner of the bench's own database. */
  sql: Sql;
  databaseUrl: string;
  accountId: AccountId;
  /** Who began what a person begins. */
  actorId: string;
  sequenceId: string;
  /** A WhatsApp number whose webhook takes the replies; nothing is sent through it. */
  number: { inboxId: string; appSecret: string };
  /** How long the seeded runs sleep before their next step. */
  waitMs: number;
  sleepers: number;
  isQuick: boolean;
  /** Where CPU profiles of the worker go; null for none. */
  profileFolder: string | null;
  /** The sleepers that no part has touched yet start here. */
  take: (count: number) => Range;
};

/** Numbers of sleepers, in `bench.sleeper`. */
export type Range = { from: number; count: number };

export type Figures = Record<string, number | string>;
