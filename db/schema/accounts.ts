import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ModuleSettings } from "@/lib/core/model";
import type { AlertKind, InboxHealth, InboxLimits } from "@/lib/core/model-inboxes";
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
    pausedAt: instant(),
    /** Who paused it: what the engine paused it may resume by itself. Null while it is active. */
    pausedBy: text().$type<"person" | "engine">(),
    /** The provider's code that the engine paused it for. */
    pausedCode: text(),
    /** When the engine asks the provider whether it may go on; null: only a person lets it go on. */
    probeAt: instant(),
    /** Probes without success since it was paused: each waits longer. */
    probes: integer().notNull().default(0),
    /** What the provider last said of the sender. */
    health: jsonb().$type<InboxHealth>().notNull().default(sql`'{}'::jsonb`),
    /** When the provider last called us about it, to about ten minutes; null where it never did. */
    heardAt: instant(),
    /** Sends in a row that the provider could not take, or did not answer: too many pause the inbox. */
    troubles: integer().notNull().default(0),
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

/** What somebody of the account has to know until it is over. One open alert for each `dedupeKey`. */
export const alerts = pgTable(
  "alerts",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    kind: text().$type<AlertKind>().notNull(),
    dedupeKey: text().notNull(),
    inboxId: uuid(),
    sequenceId: uuid(),
    stepId: uuid(),
    /** What its sentence names: the inbox's name, the provider's code and words, how many. */
    data: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
    at: createdAt(),
    /** How often it was raised while it was open. */
    count: integer().notNull().default(1),
    resolvedAt: instant(),
    emailedAt: instant(),
  },
  (t) => [
    uniqueIndex("alerts_open").on(t.accountId, t.dedupeKey).where(sql`resolved_at is null`),
    index("alerts_list").on(t.accountId, t.at),
    index("alerts_unsent").on(t.accountId, t.at).where(sql`emailed_at is null and resolved_at is null`),
  ],
);
