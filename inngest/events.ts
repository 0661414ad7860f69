import { eventType, staticSchema } from "inngest";

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

/** The HSM templates of an inbox are to be read from its provider. */
export const templatesRequested = eventType("templates/requested", {
  schema: staticSchema<{ accountId: string; inboxId: string }>(),
});

export type OutboxEvent = { eventId: string; name: string; data: Record<string, string | number> };

export const startOf = (run: RunRef): OutboxEvent => ({
  eventId: `start:${run.enrollmentId}:${run.driver}`,
  name: enrollmentStarted.name,
  data: run,
});
