import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import type { OutboundContent } from "@/lib/core/facts";
import type { InboundMedia, Settlement } from "@/lib/core/model-inboxes";
import type { ReplyIntent } from "@/lib/core/model-maestro";
import { accountId, createdAt, id, instant } from "../columns";
import { accounts, inboxes } from "./accounts";
import { contacts } from "./contacts";
import { conversationStatusEnum, directionEnum, meaningEnum, messageStatusEnum, providerEnum } from "./enums";

/** The thread of one contact in one inbox. */
export const conversations = pgTable(
  "conversations",
  {
    id: id(),
    accountId: accountId(),
    inboxId: uuid()
      .notNull()
      .references(() => inboxes.id),
    contactId: uuid()
      .notNull()
      .references(() => contacts.id, { onDelete: "cascade" }),
    status: conversationStatusEnum().notNull().default("open"),
    assigneeId: uuid(),
    lastInboundAt: instant(),
    /** The last inbound message written by the person. */
    lastReplyAt: instant(),
    lastMessageAt: instant(),
    /** The last message to the contact, of a sequence or a person. */
    lastOutboundAt: instant(),
    /** When a person of the team last looked at it. */
    seenAt: instant(),
    snoozedUntil: instant(),
    /** The provider refused free text although our clock had the window open. */
    windowClosedAt: instant(),
    /** The provider said that this contact cannot be reached here. */
    failedAt: instant(),
    resolvedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.inboxId, t.contactId),
    index("conversations_contact").on(t.contactId),
    index("conversations_list").on(t.accountId, t.lastMessageAt, t.id),
    index("conversations_snoozed").on(t.accountId, t.snoozedUntil).where(sql`status = 'snoozed'`),
    // What the team works on is found among however many that are done.
    index("conversations_unresolved")
      .on(t.accountId, t.lastMessageAt, t.id)
      .where(sql`status in ('open', 'pending', 'snoozed')`),
  ],
);

/** What was said in a thread besides the steps of sequences, which live in `messages`. */
export const conversationMessages = pgTable(
  "conversation_messages",
  {
    id: id(),
    accountId: accountId(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    contactId: uuid().notNull(),
    inboxId: uuid().notNull(),
    direction: directionEnum().notNull(),
    /** Only of inbound messages. */
    meaning: meaningEnum(),
    /** What a reply means besides, and who says so. */
    intent: text().$type<ReplyIntent>(),
    intentBy: text().$type<"rule" | "ai" | "person">(),
    /** The day that a "not now" or an absence names (ISO), and how sure it is, in percent. */
    intentData: jsonb().$type<{ until?: string; confidence?: number }>(),
    /** Of mails. */
    subject: text(),
    text: text().notNull(),
    contentType: text().notNull().default("text"),
    /** What came along, as the provider names it; fetched when somebody looks at it. */
    media: jsonb().$type<InboundMedia>(),
    providerId: text(),
    /** The person of the team who wrote it; null for a rule's message. */
    authorId: uuid(),
    /** Only of outbound messages; they are claimed before they are sent, as those of sequences are. */
    status: messageStatusEnum(),
    content: json().$type<OutboundContent>(),
    claimedAt: instant(),
    sentAt: instant(),
    deliveredAt: instant(),
    readAt: instant(),
    errorCode: text(),
    errorDetail: text(),
    at: createdAt(),
    /** What a person said of one whose outcome was unknown, who and when. */
    settledAs: text().$type<Settlement>(),
    settledAt: instant(),
    settledBy: uuid(),
  },
  (t) => [
    uniqueIndex("conversation_messages_once").on(t.inboxId, t.providerId).where(sql`provider_id is not null`),
    index("conversation_messages_thread").on(t.conversationId, t.at),
    index("conversation_messages_recent").on(t.accountId, t.at),
    index("conversation_messages_unfinished").on(t.accountId, t.claimedAt).where(sql`status = 'claimed'`),
    index("conversation_messages_unclear")
      .on(t.accountId, t.claimedAt)
      .where(sql`settled_at is null and status = 'unknown'`),
  ],
);

/** Webhook deliveries as they came, stored before they are answered. */
export const inboundEvents = pgTable(
  "inbound_events",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    inboxId: uuid().notNull(),
    provider: providerEnum().notNull(),
    dedupeKey: text().notNull(),
    body: text().notNull(),
    receivedAt: createdAt(),
    receivedCount: integer().notNull().default(1),
    receivedLastAt: createdAt(),
    attempts: integer().notNull().default(0),
    error: text(),
    processedAt: instant(),
  },
  (t) => [
    unique().on(t.inboxId, t.dedupeKey),
    index("inbound_events_waiting").on(t.accountId, t.receivedAt).where(sql`processed_at is null`),
  ],
);

/** How far a mailbox has been read (IMAP), so that reading goes on where it stopped, in whichever process. */
export const mailboxes = pgTable("mailboxes", {
  inboxId: uuid()
    .primaryKey()
    .references(() => inboxes.id, { onDelete: "cascade" }),
  accountId: accountId(),
  /** Of the folder; another one means that all its UIDs are new. */
  uidValidity: bigint({ mode: "bigint" }),
  lastUid: bigint({ mode: "number" }).notNull().default(0),
  /** When the server last answered. */
  seenAt: instant(),
  /** Why it cannot be read, for a person. */
  error: text(),
  /** The process that reads it, and until when it is its own. */
  readerId: uuid(),
  leasedUntil: instant(),
});
