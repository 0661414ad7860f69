import { sql } from "drizzle-orm";
import { timestamp, uuid } from "drizzle-orm/pg-core";

/** UUIDv7 from the database, so that ids sort by time. */
export const id = () => uuid().primaryKey().default(sql`new_id()`);

/** The tenant of the row; forced row-level security compares it with the transaction's account. */
export const accountId = () => uuid().notNull();

export const instant = () => timestamp({ withTimezone: true, precision: 6, mode: "date" });

export const createdAt = () => instant().notNull().defaultNow();
