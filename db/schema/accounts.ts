import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { InboxLimits, ModuleSettings } from "@/lib/core/model";
import { accountId, createdAt, id, instant } from "../columns";
import { users } from "./auth";
import { channelEnum, inboxStatusEnum, providerEnum, roleEnum } from "./enums";

/** The tenants. The registry itself is not a tenant table: it says only who exists. */
export const accounts = pgTable("accounts", {
  id: id(),
  name: text().notNull(),
  slug: text().notNull().unique(),
  /** The Follow-ups module is opt-in per account. */
  isModuleOn: boolean().notNull().default(false),
  createdAt: createdAt(),
});

export const moduleSettings = pgTable("module_settings", {
  accountId: accountId()
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  settings: jsonb().$type<ModuleSettings>().notNull(),
  updatedAt: createdAt(),
});

export const members = pgTable(
  "members",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: roleEnum().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.accountId, t.userId), index().on(t.userId)],
);

/** One configured connection: a phone number, a mailbox, the phone on the screen. */
export const inboxes = pgTable(
  "inboxes",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    name: text().notNull(),
    channel: channelEnum().notNull(),
    provider: providerEnum().notNull(),
    status: inboxStatusEnum().notNull().default("active"),
    /** Why it is paused, for a person to read. */
    pausedBecause: text(),
    /** The account's order of preference, smallest first. */
    position: integer().notNull().default(0),
    config: jsonb().$type<Record<string, unknown>>().notNull().default(sql`'{}'::jsonb`),
    limits: jsonb().$type<InboxLimits>(),
    /** Sealed by `lib/secret-box`; null when the provider needs none. */
    secrets: text(),
    createdAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [index().on(t.accountId, t.position)],
);
