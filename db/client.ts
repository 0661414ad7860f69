import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { AccountId } from "@/lib/accounts/account-id";
import { env } from "@/lib/env";
import * as schema from "./schema/tables";

const open = () => {
  // Two pools: drizzle changes its client's parsers, so that raw SQL needs a client of its own.
  const forDrizzle = postgres(env.appDatabaseUrl, { max: 10, onnotice: () => {} });
  const forSql = postgres(env.appDatabaseUrl, { max: 10, onnotice: () => {} });
  return { drizzle: drizzle(forDrizzle, { schema, casing: "snake_case" }), sql: forSql, forDrizzle };
};

type Connections = ReturnType<typeof open>;

// Kept on globalThis because the web build may load this module more than once.
const holder = globalThis as { followUpsDatabase?: Connections };

const connections = (): Connections => {
  holder.followUpsDatabase ??= open();
  return holder.followUpsDatabase;
};

export type Tx = Parameters<Parameters<Connections["drizzle"]["transaction"]>[0]>[0];
export type SqlTx = postgres.TransactionSql;

/** A transaction that sees and writes the rows of this account only. */
export const withAccount = <T>(accountId: AccountId, act: (tx: Tx) => Promise<T>): Promise<T> =>
  connections().drizzle.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.account_id', ${accountId}, true)`);
    return act(tx);
  });

/** A transaction in which a person sees their own memberships, before an account is chosen. */
export const withUser = <T>(userId: string, act: (tx: Tx) => Promise<T>): Promise<T> =>
  connections().drizzle.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.user_id', ${userId}, true)`);
    return act(tx);
  });

/** Like `withAccount`, for the engine's set-based SQL: a raw transaction with native parsers and prepared statements. */
export const withAccountSql = async <T>(accountId: AccountId, act: (tx: SqlTx) => Promise<T>): Promise<T> => {
  const result = await connections().sql.begin(async (tx) => {
    // Sent without waiting for its answer: the next statement follows on the same connection.
    const scope = tx`select set_config('app.account_id', ${accountId}, true)`.execute();
    const done = await act(tx);
    await scope;
    return done;
  });
  return result as T;
};

/** Like `withAccountSql`, with one view of the data for all its statements; fails where another one changed what it changes. */
export const withAccountSnapshot = async <T>(
  accountId: AccountId,
  act: (tx: SqlTx) => Promise<T>,
): Promise<T> => {
  const result = await connections().sql.begin("isolation level repeatable read", async (tx) => {
    await tx`select set_config('app.account_id', ${accountId}, true)`;
    return act(tx);
  });
  return result as T;
};

/** Tables without a tenant: people, sessions, accounts, the outbox. Tenant tables show no rows here. */
export const globalDb = () => connections().drizzle;
export const globalSql = () => connections().sql;

export const closeDatabase = async (): Promise<void> => {
  const opened = holder.followUpsDatabase;
  holder.followUpsDatabase = undefined;
  if (opened) await Promise.all([opened.forDrizzle.end({ timeout: 5 }), opened.sql.end({ timeout: 5 })]);
};
