import { integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
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
