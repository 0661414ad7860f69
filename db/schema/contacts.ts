import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { accountId, createdAt, id, instant } from "../columns";
import { accounts } from "./accounts";
import { channelEnum, consentActionEnum, consentSourceEnum, identityKindEnum } from "./enums";

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
    blockedAt: instant(),
    deletedAt: instant(),
    /** Last inbound message written by the person; automatic replies do not count. */
    lastReplyAt: instant(),
    lastReplyConversationId: uuid(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [index("contacts_list").on(t.accountId, t.id)],
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
  (t) => [unique().on(t.accountId, t.kind, t.value), index().on(t.contactId)],
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

/** Named events of a contact; goals are reached by them. */
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
    at: createdAt(),
  },
  (t) => [
    unique().on(t.accountId, t.dedupeKey),
    index("contact_events_goal").on(t.accountId, t.contactId, t.name, t.at),
  ],
);
