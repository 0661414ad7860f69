import { eventType, staticSchema } from "inngest";
import type { TriggerEvent } from "@/lib/core/model-rules";

/**
 * Every event of the product on one screen. Events carry ids and kinds, never a contact's data, and they only wake:
 * what they mean is read from Postgres. Their ids are deterministic, so that relaying one twice changes nothing.
 */

type RunRef = {
  accountId: string;
  enrollmentId: string;
  /** Which durable run of the enrollment: a hand-over or a repair starts the next one. */
  driver: number;
};

/** Starts the durable run of an enrollment. */
export const enrollmentStarted = eventType("enrollment/started", { schema: staticSchema<RunRef>() });

/** Something about the enrollment changed: decide again. */
export const enrollmentWoken = eventType("enrollment/woken", {
  schema: staticSchema<{ accountId: string; enrollmentId: string }>(),
});

/** The enrollment is over: its sleeping run is cancelled. */
export const enrollmentEnded = eventType("enrollment/ended", {
  schema: staticSchema<{ accountId: string; enrollmentId: string }>(),
});

/** Something happened that a sequence or a rule listens to. */
export const triggerHappened = eventType("trigger/happened", {
  schema: staticSchema<{
    accountId: string;
    event: TriggerEvent;
    name: string;
    key: string;
    subjects: { contactId: string; recordId?: string; conversationId?: string; eventId?: string }[];
    /** The rules, the first one first, whose actions led to it. */
    causedBy: string[];
    /** Only this one listens: what the clock brings about is a line that each trigger draws for itself. */
    triggerId?: string;
  }>(),
});

export type MoveRef = {
  accountId: string;
  moveId: string;
  /** ISO. */
  startsAt: string;
  /** The last run that an earlier durable run of the move looked at. */
  cursor: string;
  /** Which durable run of the move: a long one goes on in the next. */
  leg: number;
};

/** A publishing has chosen what becomes of the people in flight. */
export const movePlanned = eventType("move/planned", { schema: staticSchema<MoveRef>() });

/** Runs of rules were written down: their actions are to be carried out. */
export const rulesClaimed = eventType("rules/claimed", {
  schema: staticSchema<{ accountId: string; runIds: string[] }>(),
});

export type BulkRef = {
  accountId: string;
  bulkId: string;
  act: "enroll" | "undo";
  /** Which durable run of it: a long one goes on in the next. */
  leg: number;
};

/** Many are to be enrolled, or their enrollment taken back. */
export const bulkPlanned = eventType("bulk/planned", { schema: staticSchema<BulkRef>() });

export type BulkActRef = {
  accountId: string;
  bulkActId: string;
  act: "do" | "undo";
  /** Which durable run of it: a long one goes on in the next. */
  leg: number;
};

/** An act on all runs that a filter matches is to be carried out, or taken back. */
export const bulkActPlanned = eventType("bulk-act/planned", { schema: staticSchema<BulkActRef>() });

/** The HSM templates of an inbox are to be read from its provider. */
export const templatesRequested = eventType("templates/requested", {
  schema: staticSchema<{ accountId: string; inboxId: string }>(),
});

export type PacerRef = {
  accountId: string;
  inboxId: string;
  /** Which durable run gives out the tickets: an older one leaves. */
  pacer: number;
};

/** More is due at an inbox than it may send: somebody has to give out its places. */
export const inboxBacklogged = eventType("inbox/backlogged", { schema: staticSchema<PacerRef>() });

/** Something needs a person of the account: see `alerts`. */
export const alertRaised = eventType("alert/raised", {
  schema: staticSchema<{ accountId: string }>(),
});

export type InboxPausedRef = {
  accountId: string;
  inboxId: string;
  /** ISO. Which pause: a later one is asked after by a durable run of its own. */
  pausedAt: string;
  /** ISO. */
  probeAt: string;
  /** Which durable run of it: a long one goes on in the next. */
  leg: number;
};

/** The engine has paused an inbox and asks its provider later whether it may go on. */
export const inboxPaused = eventType("inbox/paused", { schema: staticSchema<InboxPausedRef>() });

/** What the provider says of an inbox is to be read. */
export const healthRequested = eventType("health/requested", {
  schema: staticSchema<{ accountId: string; inboxId: string }>(),
});

/** Somebody of the team is to be told by mail: see `notifications`. */
export const notificationsDue = eventType("notifications/due", {
  schema: staticSchema<{ accountId: string }>(),
});

/** A reply came in that no rule understands. */
export const replyReceived = eventType("reply/received", {
  schema: staticSchema<{ accountId: string; messageId: string }>(),
});

export type TrialRef = { accountId: string; sequenceId: string; trialId: string };

/** Somebody wants to see whom Maestro would have found in the last thirty days. */
export const trialAsked = eventType("trial/asked", { schema: staticSchema<TrialRef>() });

export type OutboxEvent = { eventId: string; name: string; data: Record<string, string | number | string[]> };

export const startOf = (run: RunRef): OutboxEvent => ({
  eventId: `start:${run.enrollmentId}:${run.driver}`,
  name: enrollmentStarted.name,
  data: run,
});

export const inboxPausedOf = (paused: InboxPausedRef): OutboxEvent => ({
  eventId: `paused:${paused.inboxId}:${paused.pausedAt}:${paused.leg}`,
  name: inboxPaused.name,
  data: paused,
});

export const healthRequestedOf = (
  inbox: { accountId: string; inboxId: string },
  day: string,
): OutboxEvent => ({
  eventId: `health:${inbox.inboxId}:${day}`,
  name: healthRequested.name,
  data: inbox,
});

export const bulkPlannedOf = (bulk: BulkRef): OutboxEvent => ({
  eventId: `bulk:${bulk.bulkId}:${bulk.act}:${bulk.leg}`,
  name: bulkPlanned.name,
  data: bulk,
});

export const bulkActPlannedOf = (bulkAct: BulkActRef): OutboxEvent => ({
  eventId: `bulk-act:${bulkAct.bulkActId}:${bulkAct.act}:${bulkAct.leg}`,
  name: bulkActPlanned.name,
  data: bulkAct,
});

export const movePlannedOf = (move: MoveRef): OutboxEvent => ({
  eventId: `move:${move.moveId}:${move.leg}`,
  name: movePlanned.name,
  data: move,
});

export const backloggedOf = (pacer: PacerRef): OutboxEvent => ({
  eventId: `pace:${pacer.inboxId}:${pacer.pacer}`,
  name: inboxBacklogged.name,
  data: pacer,
});

/** `again` tells a repeated telling, of what was lost, from the first one. */
export const rulesClaimedOf = (
  claimed: { accountId: string; runIds: string[] },
  again = "",
): OutboxEvent => ({
  eventId: `rules:${claimed.runIds[0]}:${again}`,
  name: rulesClaimed.name,
  data: claimed,
});

export const trialAskedOf = (trial: TrialRef): OutboxEvent => ({
  eventId: `trial:${trial.trialId}`,
  name: trialAsked.name,
  data: trial,
});

/** One for all that comes in a minute. What comes behind it is found by the clock. */
export const notificationsDueOf = (account: { accountId: string }, now: Date): OutboxEvent => ({
  eventId: `notify:${account.accountId}:${now.toISOString().slice(0, 16)}`,
  name: notificationsDue.name,
  data: account,
});
