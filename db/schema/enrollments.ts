import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Because, OutboundContent } from "@/lib/core/facts";
import type { SendMode } from "@/lib/core/metrics";
import type { Channel } from "@/lib/core/model";
import type { Settlement } from "@/lib/core/model-inboxes";
import type { ReplyIntent } from "@/lib/core/model-maestro";
import { accountId, createdAt, instant } from "../columns";
import {
  channelEnum,
  endReasonEnum,
  enrollmentMethodEnum,
  enrollmentStatusEnum,
  ledgerKindEnum,
  messageStatusEnum,
} from "./enums";

/**
 * How statements ask for live runs, too. Not by `<>`: row-level security hides the statistics of the status from the
 * planner, which then takes the index of all live runs for an empty one and reads it whole.
 */
const IS_LIVE = sql`status in ('active', 'paused')`;
/** By the number: statistics tell the planner how many those are. */
const HAS_ENDED = sql`standing >= 2`;

/** One contact's run of one version. */
export const enrollments = pgTable(
  "enrollments",
  {
    id: uuid().primaryKey().default(sql`new_id()`),
    accountId: accountId(),
    sequenceId: uuid().notNull(),
    versionId: uuid().notNull(),
    contactId: uuid().notNull(),
    conversationId: uuid(),
    /** The deal, appointment or charge; which of them the version's target says. */
    recordId: uuid(),
    /** Gets nothing, so that the others can be compared with it. */
    isHoldout: boolean().notNull().default(false),
    status: enrollmentStatusEnum().notNull().default("active"),
    endReason: endReasonEnum(),
    /** Both in one number (lib/core/run-standing.ts), by which row-level security lets lists find runs. */
    standing: smallint().notNull().generatedAlwaysAs(sql`run_standing(status, end_reason)`),
    /** What lists divide runs by in one number (lib/enrollments/filter-signature.ts), carried along by their indexes. */
    signature: bigint({ mode: "number" })
      .notNull()
      .generatedAlwaysAs(
        sql`run_signature(run_standing(status, end_reason), is_holdout, last_channel, entry, sequence_id, version_id, step_id, assignee_id, case status when 'ended' then enrolled_at else wait_from_at end)`,
      ),
    /** Grows with every act from outside the run; part of the ids of the events that it emits. */
    epoch: integer().notNull().default(0),
    /** The durable run that drives this enrollment; an older one leaves at its next turn. */
    driver: integer().notNull().default(1),
    /** The step that comes next; null when none is left. */
    stepId: uuid(),
    /** Grows when a person moves the run, so that a step may then be sent again. */
    stepEpoch: smallint().notNull().default(0),
    waitFromAt: createdAt(),
    dueAtOverride: instant(),
    pausedUntil: instant(),
    /** The last decision, kept for lists: when something happens next and why. */
    nextActionAt: instant(),
    nextBecause: text(),
    lastSentAt: instant(),
    /** By which channel that was. A text, so that row-level security lets lists find it by an index. */
    lastChannel: text().$type<Channel>(),
    assigneeId: uuid(),
    enrolledBy: uuid(),
    method: enrollmentMethodEnum().notNull().default("manual"),
    /** For reports: the event of the trigger that started it, else the method. */
    entry: text().notNull().default("manual"),
    /** The bulk enrollment that it came from. */
    bulkId: uuid(),
    /** Replies count from here where a person let the run go on after one; null: from the enrollment. */
    repliesFrom: instant(),
    /** Of the version, while the run is live: the database holds a contact to one run in it. */
    exclusivityGroup: text(),
    enrolledAt: createdAt(),
    endedAt: instant(),
    /** The inbox whose queue the run stands in: its step is due and the inbox has no place for it yet. */
    queuedInboxId: uuid(),
    /** When the step fell due: the order in the queue. */
    queuedAt: instant(),
    /** The instant that the queue has given to the run; it sends then or stands in line again. */
    ticketAt: instant(),
  },
  (t) => [
    // The contact first: it also finds the live runs of a contact.
    uniqueIndex("enrollments_one_live")
      .on(
        t.contactId,
        t.sequenceId,
        sql`coalesce(conversation_id, record_id, '00000000-0000-0000-0000-000000000000')`,
      )
      .where(IS_LIVE),
    uniqueIndex("enrollments_one_of_group")
      .on(t.contactId, t.exclusivityGroup)
      .where(sql`status in ('active', 'paused') and exclusivity_group is not null`),
    index("enrollments_ended_of_contact").on(t.contactId).where(sql`status = 'ended'`),
    // In the orders of lists, with the signature, so that those that are not meant are passed by without a look at them.
    index("enrollments_list").on(t.accountId, t.enrolledAt, t.id, t.signature),
    index("enrollments_live").on(t.accountId, t.enrolledAt, t.id, t.signature).where(sql`standing < 2`),
    // Most runs are over and never change again: what finds those by costs no decision anything.
    index("enrollments_ended").on(t.accountId, t.endedAt, t.id, t.signature).where(HAS_ENDED),
    index("enrollments_ended_of_sequence")
      .on(t.accountId, t.sequenceId, t.enrolledAt, t.id, t.signature)
      .where(HAS_ENDED),
    // Without an order, and therefore small: few among however many that ended otherwise.
    index("enrollments_ended_rare").on(t.accountId, t.standing, t.entry).where(HAS_ENDED),
    index("enrollments_of_sequence").on(t.sequenceId, t.status, t.id),
    index("enrollments_queued")
      .on(t.queuedInboxId, t.sequenceId, t.queuedAt, t.id)
      .where(sql`queued_inbox_id is not null`),
    index("enrollments_ticketed").on(t.queuedInboxId, t.ticketAt).where(sql`ticket_at is not null`),
    index("enrollments_of_bulk").on(t.bulkId, t.id).where(sql`bulk_id is not null`),
    // By what comes next, and what the days ahead will send is counted from the index alone. One for both: every step of
    // every run writes it.
    index("enrollments_due")
      .on(
        t.accountId,
        t.nextActionAt,
        t.id,
        t.versionId,
        t.stepId,
        t.queuedInboxId,
        t.nextBecause,
        t.isHoldout,
        t.status,
      )
      .where(IS_LIVE),
    // Where the live runs of a sequence stand, for its funnel.
    index("enrollments_standing")
      .on(
        ...[t.accountId, t.sequenceId, t.standing, t.versionId, t.stepId, t.isHoldout, t.assigneeId],
        ...[t.entry, t.enrolledAt],
      )
      .where(sql`standing < 2`),
    // Without an instant its entries are shared by all runs of a sequence and a person: it is small.
    index("enrollments_ended_of_assignee").on(t.accountId, t.sequenceId, t.assigneeId).where(HAS_ENDED),
    // Runs that stand still, few among however many that go on: nobody would ever wake the first, a person the others.
    index("enrollments_unwoken")
      .on(t.accountId, t.id)
      .where(sql`status = 'active' and next_action_at is null`),
    index("enrollments_reply_waits")
      .on(t.accountId, t.id)
      .where(sql`status = 'paused' and next_because = 'reply_waits'`),
  ],
);

/**
 * Send records. Partitioned by the enrollment's month (its id is time-ordered), so that "one record per enrollment
 * and step" can be a constraint of the database and old months can be dropped whole.
 */
export const messages = pgTable(
  "messages",
  {
    id: uuid().notNull().default(sql`new_id()`),
    accountId: accountId(),
    enrollmentId: uuid().notNull(),
    contactId: uuid().notNull(),
    stepId: uuid().notNull(),
    stepEpoch: smallint().notNull(),
    /** Which of the step's variants it is; null when there is one text for all. */
    variantId: uuid(),
    status: messageStatusEnum().notNull(),
    channel: channelEnum(),
    inboxId: uuid(),
    conversationId: uuid(),
    address: text(),
    content: json().$type<OutboundContent>(),
    attempts: smallint().notNull().default(0),
    claimedAt: instant(),
    retryAt: instant(),
    providerId: text(),
    /** The provider's code, or the rule's, when it was not sent. */
    errorCode: text(),
    errorDetail: text(),
    sentAt: instant(),
    deliveredAt: instant(),
    readAt: instant(),
    repliedAt: instant(),
    createdAt: createdAt(),
    /** What a person said of a send whose outcome was unknown, who and when. */
    settledAs: text().$type<Settlement>(),
    settledAt: instant(),
    settledBy: uuid(),
    /** When the provider refused it for a reason that a person has to judge. */
    askedAt: instant(),
    /** What reports divide sends by: of the run as it stood when the step came up, filled in by a trigger. */
    sequenceId: uuid(),
    versionId: uuid(),
    assigneeId: uuid(),
    entry: text(),
    enrolledAt: instant(),
    /** Whose words they are: one of SEND_MODES. */
    mode: text().$type<SendMode>().notNull().default("static"),
    /** The contact's message that answered it. */
    replyId: uuid(),
    replyIntent: text().$type<ReplyIntent>(),
    /** When the contact opted out after it, as the last that the run had sent. */
    optedOutAt: instant(),
    /** Where reports put it in time. */
    countedAt: instant().notNull().generatedAlwaysAs(sql`coalesce(sent_at, claimed_at, created_at)`),
    /** Bits of SEND_FACTS. */
    facts: smallint()
      .notNull()
      .generatedAlwaysAs(
        sql`send_facts(status, sent_at, delivered_at, read_at, replied_at, reply_intent, opted_out_at)`,
      ),
  },
  (t) => [
    uniqueIndex("messages_one_per_step").on(t.enrollmentId, t.stepId, t.stepEpoch),
    index("messages_id").on(t.id),
    // By hash, because providers' ids are long.
    index("messages_provider_id").using("hash", t.providerId).where(sql`provider_id is not null`),
    index("messages_thread").on(t.conversationId),
    index("messages_unfinished").on(t.accountId, t.claimedAt).where(sql`status in ('claimed', 'unknown')`),
    // What nobody has settled yet, among however many that were sent.
    index("messages_unclear")
      .on(t.accountId, t.claimedAt)
      .where(sql`settled_at is null and (status = 'unknown' or asked_at is not null)`),
    // Lists behind the numbers of reports.
    index("messages_counted").on(t.accountId, t.countedAt).where(sql`facts <> 0`),
    index("messages_sent_of_sequence").on(t.accountId, t.sequenceId, t.countedAt).where(sql`facts <> 0`),
    index("messages_begun_of_sequence").on(t.accountId, t.sequenceId, t.enrolledAt).where(sql`facts <> 0`),
    // What reports of a person count one by one, from the index alone where they are divided by days and hours.
    index("messages_of_assignee")
      .on(t.accountId, t.assigneeId, t.sequenceId, t.countedAt, t.channel, t.facts)
      .where(sql`facts <> 0 and assignee_id is not null`),
    // Answers are few: how long they took is read from the index alone. 8 is `replied` of SEND_FACTS.
    index("messages_answered")
      .on(
        ...[t.accountId, t.countedAt, t.sequenceId, t.versionId, t.channel, t.stepId, t.variantId, t.mode],
        ...[t.assigneeId, t.entry, t.repliedAt, t.contactId],
      )
      .where(sql`facts & 8 <> 0`),
  ],
);

/** Append-only, partitioned by month: one row per decision, event and act. */
export const ledger = pgTable(
  "ledger",
  {
    id: uuid().notNull().default(sql`new_id()`),
    accountId: accountId(),
    at: instant().notNull(),
    enrollmentId: uuid(),
    contactId: uuid(),
    kind: ledgerKindEnum().notNull(),
    stepId: uuid(),
    messageId: uuid(),
    /** The person who did it; null for the engine. */
    actorId: uuid(),
    /** What the provider delivered, where an event came from outside. */
    inboundEventId: uuid(),
    /** Written once and read whole: json takes less room than jsonb. */
    because: json().$type<Because | { code: string; data: Record<string, unknown> }>().notNull(),
  },
  (t) => [
    // By the run alone: its rows then share one entry, and they are few enough to be sorted.
    index("ledger_timeline").on(t.enrollmentId),
    // What is about no run; the rest of a contact's history is found by its runs.
    index("ledger_contact").on(t.contactId, t.at).where(sql`enrollment_id is null`),
    // Acts on the account as a whole, such as repairs.
    index("ledger_of_account").on(t.accountId, t.at).where(sql`enrollment_id is null and contact_id is null`),
    index("ledger_refused").on(t.accountId, t.id).where(sql`kind = 'enrollment_refused'`),
  ],
);

/**
 * Events to relay to the durable engine, written in the transaction of the fact. Infrastructure, not tenant data:
 * names and ids only, so it has no account column and no row-level security.
 */
export const outbox = pgTable("outbox", {
  seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  /** Deterministic, so that relaying twice changes nothing. */
  eventId: text().notNull(),
  name: text().notNull(),
  data: jsonb().$type<Record<string, unknown>>().notNull(),
  createdAt: createdAt(),
});
