import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Priority } from "@/lib/core/model";
import { accountId, instant } from "../columns";
import { inboxes } from "./accounts";
import { paceSpanEnum } from "./enums";

/** How much an inbox with limits has sent in the minute, hour and day that began last. Counted by the claim. */
export const paceBuckets = pgTable(
  "pace_buckets",
  {
    accountId: accountId(),
    inboxId: uuid()
      .notNull()
      .references(() => inboxes.id, { onDelete: "cascade" }),
    span: paceSpanEnum().notNull(),
    startsAt: instant().notNull(),
    used: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.inboxId, t.span] })],
);

/** Where the queue of an inbox stands. */
export const inboxPaces = pgTable("inbox_paces", {
  inboxId: uuid()
    .primaryKey()
    .references(() => inboxes.id, { onDelete: "cascade" }),
  accountId: accountId(),
  /** The first instant that no send and no ticket has taken: places are a second's share or a gap apart. */
  nextAt: instant(),
  /** The provider asked for silence until then. */
  restUntil: instant(),
  /** The durable function that gives out tickets is alive until then. */
  pacedUntil: instant(),
  /** Which durable function that is; an older one leaves at its next turn. */
  pacer: integer().notNull().default(0),
  /** About how many runs stand in its queue: to estimate by. */
  queued: integer().notNull().default(0),
  /** For each priority, the sequence that was served last: the next one in the circle begins. */
  served: jsonb().$type<Partial<Record<Priority, string>>>().notNull().default(sql`'{}'::jsonb`),
});

/**
 * Who got something outside an open window lately. Meta counts different people in moving 24 hours, over all numbers of
 * a business: `scope` names it.
 */
export const paceRecipients = pgTable(
  "pace_recipients",
  {
    accountId: accountId(),
    scope: text().notNull(),
    contactId: uuid().notNull(),
    lastAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.scope, t.contactId] }),
    index("pace_recipients_old").on(t.accountId, t.scope, t.lastAt),
  ],
);

/** The same by minute, so that counting 100,000 people reads at most 1,441 rows. */
export const paceRecipientMinutes = pgTable(
  "pace_recipient_minutes",
  {
    accountId: accountId(),
    scope: text().notNull(),
    minute: instant().notNull(),
    recipients: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.scope, t.minute] })],
);
