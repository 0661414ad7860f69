import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { ConditionGroups } from "@/lib/core/model-rules";
import { accountId, createdAt, id, instant } from "../columns";
import { accounts } from "./accounts";
import {
  attributeTypeEnum,
  channelEnum,
  consentActionEnum,
  consentSourceEnum,
  identityKindEnum,
} from "./enums";

export type Attributes = Record<string, string | number | boolean | null>;

export const contacts = pgTable(
  "contacts",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    name: text().notNull(),
    firstName: text().notNull().default(""),
    timeZone: text(),
    preferredChannel: channelEnum(),
    attributes: jsonb().$type<Attributes>().notNull().default(sql`'{}'::jsonb`),
    tags: text().array().notNull().default(sql`'{}'::text[]`),
    /** Who is responsible for the person. */
    assigneeId: uuid(),
    blockedAt: instant(),
    deletedAt: instant(),
    /** The contact that this one was merged into; whatever still names this one means that one. */
    mergedIntoId: uuid(),
    /** Last inbound message written by the person; automatic replies do not count. */
    lastReplyAt: instant(),
    lastReplyConversationId: uuid(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    index("contacts_list").on(t.accountId, t.id),
    index("contacts_merged").on(t.mergedIntoId).where(sql`merged_into_id is not null`),
    // Duplicates are looked for by it.
    index("contacts_name").on(t.accountId, sql`lower(name)`),
    // For `find_contacts`.
    index("contacts_searched").using("gin", t.accountId, sql`searchable(name) gin_trgm_ops`),
    index("contacts_tagged").using("gin", t.accountId, sql`folded_tags(tags)`),
  ],
);

/** Every address of a contact, normalised: E.164 phones, lower-case emails, WhatsApp ids. */
export const contactIdentities = pgTable(
  "contact_identities",
  {
    id: id(),
    accountId: accountId(),
    contactId: uuid()
      .notNull()
      .references(() => contacts.id, { onDelete: "cascade" }),
    kind: identityKindEnum().notNull(),
    value: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.accountId, t.kind, t.value),
    index().on(t.contactId),
    index("contact_identities_searched").using("gin", t.accountId, sql`value gin_trgm_ops`),
  ],
);

/**
 * Who must not be messaged, by hash of the normalised identity, so that it survives deletion and re-import.
 * `channel` null means every channel; `liftedAt` set means that the person opted in again.
 */
export const suppressions = pgTable(
  "suppressions",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    identityHash: text().notNull(),
    channel: channelEnum(),
    reason: text().notNull(),
    createdAt: createdAt(),
    liftedAt: instant(),
  },
  (t) => [
    unique("suppressions_in_force").on(t.accountId, t.identityHash, t.channel, t.liftedAt).nullsNotDistinct(),
  ],
);

/** Append-only: what a person said about being messaged, when and how. */
export const consents = pgTable(
  "consents",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    contactId: uuid().notNull(),
    identityHash: text().notNull(),
    channel: channelEnum(),
    action: consentActionEnum().notNull(),
    source: consentSourceEnum().notNull(),
    text: text().notNull().default(""),
    actorId: uuid(),
    at: createdAt(),
  },
  (t) => [index().on(t.accountId, t.contactId, t.at)],
);

/** The account's own attributes of contacts. Values stand in `contacts.attributes`, under the key. */
export const attributeDefinitions = pgTable(
  "attribute_definitions",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    /** As texts name it: `plan` of `contact.plan`. */
    key: text().notNull(),
    label: text().notNull(),
    type: attributeTypeEnum().notNull(),
    /** Of a list: what may be chosen. */
    options: text().array().notNull().default(sql`'{}'::text[]`),
    position: integer().notNull().default(0),
    createdAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [unique().on(t.accountId, t.key)],
);

/** A saved filter over contacts, by a name. */
export const segments = pgTable(
  "segments",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    name: text().notNull(),
    filter: jsonb().$type<ConditionGroups>().notNull(),
    createdBy: uuid(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [unique().on(t.accountId, t.name)],
);

/** One CSV file that was imported. */
export const contactImports = pgTable(
  "contact_imports",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    fileName: text().notNull().default(""),
    status: text().$type<"running" | "done" | "canceled" | "failed" | "undone">().notNull(),
    /** What every contact of the import has as `updatedAt`, unless it was changed since. */
    importedAt: instant().notNull(),
    created: integer().notNull().default(0),
    updated: integer().notNull().default(0),
    unusable: integer().notNull().default(0),
    createdBy: uuid(),
    createdAt: createdAt(),
    /** While it is running: when it wrote last. */
    finishedAt: instant(),
  },
  (t) => [index("contact_imports_list").on(t.accountId, t.id)],
);

/** What an import changed, so that it can be taken back. */
export const contactImportChanges = pgTable(
  "contact_import_changes",
  {
    accountId: accountId(),
    importId: uuid()
      .notNull()
      .references(() => contactImports.id, { onDelete: "cascade" }),
    contactId: uuid().notNull(),
    /** The contact as it was; null: the import made it. */
    before: jsonb().$type<Record<string, unknown>>(),
    /** Ids of the identities that the import added. */
    identityIds: uuid().array().notNull().default(sql`'{}'::uuid[]`),
  },
  (t) => [primaryKey({ columns: [t.importId, t.contactId] })],
);

/**
 * The account's log of what happened to contacts and their records, by the names of the triggers or the account's own.
 * Goals are reached by them. What other tables tell already (contacts made, messages) is not written twice.
 */
export const contactEvents = pgTable(
  "contact_events",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    contactId: uuid().notNull(),
    name: text().notNull(),
    /** The sender's own id of the event: a repeated delivery changes nothing. */
    dedupeKey: text().notNull(),
    data: jsonb().$type<Attributes>().notNull().default(sql`'{}'::jsonb`),
    /** The deal, appointment or charge that it is about. */
    recordId: uuid(),
    conversationId: uuid(),
    at: createdAt(),
  },
  (t) => [
    unique().on(t.accountId, t.dedupeKey),
    index("contact_events_goal").on(t.accountId, t.contactId, t.name, t.at),
    index("contact_events_recent").on(t.accountId, t.name, t.at),
  ],
);
