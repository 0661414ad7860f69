import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { accountId, createdAt, id, instant } from "../columns";
import { accounts } from "./accounts";

/** Many enrollments by one act of a person, carried out in the background. */
export const bulkEnrollments = pgTable(
  "bulk_enrollments",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    sequenceId: uuid().notNull(),
    audience: jsonb().$type<Record<string, unknown>>().notNull(),
    status: text()
      .$type<
        "waiting" | "running" | "done" | "canceled" | "failed" | "undoing" | "undone" | "undo_canceled"
      >()
      .notNull()
      .default("waiting"),
    total: integer().notNull(),
    /** Contacts that were looked at; each becomes no run, one, or one for each record. */
    seen: integer().notNull().default(0),
    enrolled: integer().notNull().default(0),
    existing: integer().notNull().default(0),
    /** How many were refused, by the reason. */
    refused: jsonb().$type<Record<string, number>>().notNull().default(sql`'{}'::jsonb`),
    /** Runs that were removed when it was taken back; those that had sent something by then were stopped. */
    undone: integer().notNull().default(0),
    stopped: integer().notNull().default(0),
    /** Runs of other sequences that got their place back. */
    restored: integer().notNull().default(0),
    undoneBy: uuid(),
    /** The last contact that was looked at; of the runs while it is taken back. */
    cursor: uuid(),
    /** Why it failed, for a person to read. */
    error: text(),
    createdBy: uuid(),
    createdAt: createdAt(),
    startedAt: instant(),
    finishedAt: instant(),
  },
  (t) => [index("bulk_enrollments_list").on(t.accountId, t.id)],
);

/** What a person did to runs, with how they stood before, so that it can be taken back. */
export const runActs = pgTable(
  "run_acts",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    kind: text()
      .$type<"pause" | "resume" | "stop" | "move" | "send_now" | "reschedule" | "supersede">()
      .notNull(),
    actorId: uuid().notNull(),
    /** The bulk enrollment whose runs took the place of these. */
    bulkId: uuid(),
    /** The act on all that a filter matched, of which this is a part. */
    bulkActId: uuid(),
    /** One for each run that it changed: the columns before and after. */
    items: jsonb()
      .$type<{ id: string; before: Record<string, unknown>; after: Record<string, unknown> }[]>()
      .notNull(),
    at: createdAt(),
    undoneAt: instant(),
  },
  (t) => [
    index("run_acts_list").on(t.accountId, t.id),
    index("run_acts_of_bulk").on(t.bulkId).where(sql`bulk_id is not null`),
    index("run_acts_of_bulk_act").on(t.bulkActId, t.id).where(sql`bulk_act_id is not null`),
  ],
);

/** One act of a person on all runs that a filter matches, carried out in the background. */
export const bulkActs = pgTable(
  "bulk_acts",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    act: jsonb().$type<Record<string, unknown>>().notNull(),
    filter: jsonb().$type<Record<string, unknown>>().notNull(),
    status: text()
      .$type<
        "waiting" | "running" | "done" | "canceled" | "failed" | "undoing" | "undone" | "undo_canceled"
      >()
      .notNull()
      .default("waiting"),
    total: integer().notNull(),
    seen: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    /** Runs that got back what they had, and those that went on by themselves meanwhile. */
    restored: integer().notNull().default(0),
    kept: integer().notNull().default(0),
    cursor: uuid(),
    error: text(),
    createdBy: uuid().notNull(),
    createdAt: createdAt(),
    finishedAt: instant(),
    undoneBy: uuid(),
  },
  (t) => [index("bulk_acts_list").on(t.accountId, t.id)],
);
