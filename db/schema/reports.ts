import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { DigestEvery, SendGrain, SendMode } from "@/lib/core/metrics";
import { accountId, createdAt, id, instant } from "../columns";
import { accounts } from "./accounts";
import { users } from "./auth";
import { channelEnum, endReasonEnum, enrollmentStatusEnum } from "./enums";

/**
 * What became of sends since they were last folded into the rollups, written by a trigger of `messages` in the
 * transaction of the fact. Reports add them to the rollups, so they are exact at every moment and no send waits for
 * another one's count.
 */
export const sendChanges = pgTable(
  "send_changes",
  {
    seq: bigint({ mode: "bigint" }).notNull().generatedAlwaysAsIdentity({ cache: 64 }),
    accountId: accountId(),
    contactId: uuid().notNull(),
    countedAt: instant().notNull(),
    enrolledAt: instant().notNull(),
    sequenceId: uuid().notNull(),
    versionId: uuid().notNull(),
    stepId: uuid().notNull(),
    variantId: uuid(),
    channel: channelEnum(),
    mode: text().notNull(),
    assigneeId: uuid(),
    entry: text().notNull(),
    /** Which of SEND_FACTS became true, and which no longer are; bits. */
    gained: smallint().notNull(),
    lost: smallint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.seq] })],
);

/** The same for runs: one more or fewer of them that stand so. */
export const runChanges = pgTable(
  "run_changes",
  {
    seq: bigint({ mode: "bigint" }).notNull().generatedAlwaysAsIdentity({ cache: 64 }),
    accountId: accountId(),
    enrolledAt: instant().notNull(),
    sequenceId: uuid().notNull(),
    versionId: uuid().notNull(),
    entry: text().notNull(),
    isHoldout: boolean().notNull(),
    status: enrollmentStatusEnum().notNull(),
    endReason: endReasonEnum(),
    /** The step at which it ended; null while it is live, and where none was left. */
    stepId: uuid(),
    runs: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.seq] })],
);

const sendCounts = () => ({
  attempted: integer().notNull(),
  sent: integer().notNull(),
  delivered: integer().notNull(),
  read: integer().notNull(),
  replied: integer().notNull(),
  positive: integer().notNull(),
  optedOut: integer().notNull(),
  failed: integer().notNull(),
  unknown: integer().notNull(),
  skipped: integer().notNull(),
});

/**
 * Sends counted by day in the account's zone. Each grain holds all of them, divided by what it is about; what it is not
 * about is null. A segment that reports ask for has rows of its own: of the sends to those who are in it.
 */
export const sendRollups = pgTable(
  "send_rollups",
  {
    accountId: accountId(),
    grain: text().$type<SendGrain>().notNull(),
    /** Of the send; for the grain `cohort` of the enrollment. */
    day: date({ mode: "string" }).notNull(),
    segmentId: uuid(),
    sequenceId: uuid(),
    versionId: uuid(),
    channel: channelEnum(),
    stepId: uuid(),
    variantId: uuid(),
    mode: text(),
    assigneeId: uuid(),
    entry: text(),
    hour: smallint(),
    ...sendCounts(),
  },
  (t) => [
    unique("send_rollups_key")
      .on(
        t.accountId,
        t.segmentId,
        t.grain,
        t.day,
        t.sequenceId,
        t.versionId,
        t.channel,
        t.stepId,
        t.variantId,
        t.mode,
        t.assigneeId,
        t.entry,
        t.hour,
      )
      .nullsNotDistinct(),
    index("send_rollups_of_sequence").on(t.accountId, t.sequenceId, t.segmentId, t.grain, t.day),
    index("send_rollups_of_assignee")
      .on(t.accountId, t.assigneeId, t.grain, t.day)
      .where(sql`assignee_id is not null`),
  ],
);

/** Runs counted by the day on which they began, in the account's zone; `entry_month` by its month, and by all there is. */
export const runRollups = pgTable(
  "run_rollups",
  {
    accountId: accountId(),
    grain: text().$type<"standing" | "entry" | "entry_month">().notNull(),
    day: date({ mode: "string" }).notNull(),
    sequenceId: uuid().notNull(),
    versionId: uuid().notNull(),
    isHoldout: boolean().notNull(),
    entry: text(),
    status: enrollmentStatusEnum(),
    endReason: endReasonEnum(),
    stepId: uuid(),
    runs: integer().notNull(),
  },
  (t) => [
    unique("run_rollups_key")
      .on(
        t.accountId,
        t.grain,
        t.day,
        t.sequenceId,
        t.versionId,
        t.isHoldout,
        t.entry,
        t.status,
        t.endReason,
        t.stepId,
      )
      .nullsNotDistinct(),
    index("run_rollups_of_sequence").on(t.accountId, t.sequenceId, t.grain, t.day),
    // How many runs are live now, of whatever day.
    index("run_rollups_live")
      .on(t.accountId, t.sequenceId, t.status, t.runs)
      .where(sql`grain = 'standing' and status in ('active', 'paused') and runs <> 0`),
  ],
);

/**
 * Segments that reports have asked for, whose members and figures are therefore kept. The row of a deleted segment stays
 * until what was kept of it is removed.
 */
export const reportSegments = pgTable(
  "report_segments",
  {
    segmentId: uuid().primaryKey(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    /** When a report last asked for it: one that nobody asks for is given up. */
    askedAt: instant().notNull(),
    /** When it was last looked who is in it; null before that, and when it was changed since. */
    readAt: instant(),
  },
  (t) => [index("report_segments_of_account").on(t.accountId)],
);

/** Who was in a kept segment when it was last looked. Whoever is gone since is taken out by the next look. */
export const reportMembers = pgTable(
  "report_members",
  { segmentId: uuid().notNull(), contactId: uuid().notNull(), accountId: accountId() },
  (t) => [
    primaryKey({ columns: [t.segmentId, t.contactId] }),
    index("report_members_of_contact").on(t.contactId, t.segmentId),
  ],
);

/** In which zone an account's rollups count days, and when changes were last folded into them. */
export const rollupStates = pgTable("rollup_states", {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  zone: text().notNull(),
  foldedAt: instant(),
  rebuiltAt: instant(),
});

/** Goals that were reached while a run was live, or within the attribution window after its last send. */
export const conversions = pgTable(
  "conversions",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    enrollmentId: uuid().notNull(),
    sequenceId: uuid().notNull(),
    versionId: uuid().notNull(),
    contactId: uuid().notNull(),
    /** The last step that was sent before; null where none was. */
    stepId: uuid(),
    eventId: uuid().notNull(),
    event: text().notNull(),
    isHoldout: boolean().notNull().default(false),
    /** Whether the run was over when it happened. */
    isAfterEnd: boolean().notNull(),
    /** What it is worth, in minor units: of the charge or deal that the event was about. */
    amount: bigint({ mode: "number" }),
    currency: text(),
    at: instant().notNull(),
    enrolledAt: instant().notNull(),
    entry: text().notNull(),
    /** Of the last message that was sent before; null where none was. */
    messageId: uuid(),
    sentAt: instant(),
    channel: channelEnum(),
    variantId: uuid(),
    mode: text().$type<SendMode>(),
    assigneeId: uuid(),
  },
  (t) => [
    uniqueIndex("conversions_one").on(t.enrollmentId),
    index("conversions_of_sequence").on(t.sequenceId, t.at),
    index("conversions_recent").on(t.accountId, t.at),
    index("conversions_sent").on(t.accountId, t.sentAt),
    index("conversions_enrolled").on(t.accountId, t.enrolledAt),
  ],
);

/** A list as somebody has filtered and sorted it, under a name. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** The address of the list behind the question mark. */
    query: text().notNull(),
    /** Whose it is; null for everybody's. */
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    createdBy: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("saved_views_name").on(t.accountId, sql`coalesce(user_id, account_id)`, sql`lower(name)`),
  ],
);

/** Who gets the account's figures by email, and how often. */
export const reportDigests = pgTable(
  "report_digests",
  {
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    every: text().$type<DigestEvery>().notNull(),
    /** The filter of the report, as its address has it. */
    query: text().notNull().default(""),
    /** The last day of the last period that was sent. */
    sentThrough: date({ mode: "string" }),
    /** When it was last begun to be sent: one that surely did not arrive is tried again later. */
    triedAt: instant(),
    updatedAt: createdAt(),
  },
  (t) => [unique("report_digests_one").on(t.accountId, t.userId)],
);
