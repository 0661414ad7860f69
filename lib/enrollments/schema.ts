import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import { contactFilterSchema, tagSchema } from "@/lib/contacts/schema";
import { CHANNELS, END_REASONS, ENROLLMENT_STATUSES, type EnrollmentMethod } from "@/lib/core/model";

/** An instant in UTC to the microsecond and the id of a run; of runs without the instant of the order after a dash. */
const place = z
  .string()
  .regex(/^-?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z~/)
  .refine((text) => isPlace(...(text.replace(/^-/, "").split("~") as [string, string])));
const isPlace = (at: string, id: string) => z.uuid().safeParse(id).success && !Number.isNaN(Date.parse(at));

/** What an assignee or a channel may be, too: nobody, or nothing was sent yet. */
export const NONE = "none";
/** As many runs may be named one by one. */
export const MOST_IDS = 1_000;
const runIds = z
  .preprocess((value) => (typeof value === "string" ? value.split(",") : value), z.array(z.uuid()))
  .refine((ids) => ids.length > 0 && ids.length <= MOST_IDS);

/**
 * Which runs the browser shows. Every part is in the address of the list; all must hold. Days are of the zone in which the
 * account's reports count, both ends included.
 */
export const enrollmentFilterSchema = z.object({
  /** `live` is active or paused. */
  status: z.enum([...ENROLLMENT_STATUSES, "live"]).optional(),
  reason: z.enum(END_REASONS).optional(),
  sequence: z.uuid().optional(),
  version: z.uuid().optional(),
  /** At which a run stands, or stood when it ended; `none`: past the last one. */
  step: z.union([z.uuid(), z.literal(NONE)]).optional(),
  assignee: z.union([z.uuid(), z.literal(NONE)]).optional(),
  /** By which the last message went out. */
  channel: z.enum([...CHANNELS, NONE]).optional(),
  /** The event of the trigger that started it, else the method. */
  entry: z.string().trim().min(1).max(100).optional(),
  /** Of the contact; case does not matter. */
  tag: tagSchema.optional(),
  /** Whose contact is in it. */
  segment: z.uuid().optional(),
  /** Days of the enrollment. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Days on which something happens next; none of a run that has ended. */
  nextFrom: z.iso.date().optional(),
  nextTo: z.iso.date().optional(),
  /** Live, and for at least so many days at the same step. */
  waiting: z.coerce.number().int().min(1).max(365).optional(),
  holdout: z.enum(["yes", "no"]).optional(),
  /** The contact's name or any address, or a part of them. */
  search: z.string().trim().max(200).optional(),
  /** These alone: in an address parted by commas, where 200 find room; more go by POST to the same routes. */
  ids: runIds.optional(),
});
export type EnrollmentFilter = z.infer<typeof enrollmentFilterSchema>;

/**
 * By which instant a list is in order. Runs that have none (`next`: ended ones; `ended`: live ones) come behind all others,
 * newest first, whichever the order is.
 */
export const ENROLLMENT_SORTS = ["enrolled", "next", "ended"] as const;
/** `after` and `before` are what a page told as its `next` and `previous`. */
export const enrollmentPlaceSchema = z.object({
  sort: z.enum(ENROLLMENT_SORTS).optional(),
  /** Absent: the soonest `next` first, of the others the newest. */
  order: z.enum(["asc", "desc"]).optional(),
  after: place.optional(),
  before: place.optional(),
});
export type EnrollmentPlace = z.infer<typeof enrollmentPlaceSchema>;

/** How many runs match: exactly, or at least so many. */
export type RunCount = { count: number; isExact: boolean };

/** Whom to enroll: these contacts, or all that a filter of the contact list matches. */
export const audienceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("contacts"), ids: z.array(z.uuid()).min(1).max(10_000) }),
  z.object({ kind: z.literal("filter"), filter: contactFilterSchema }),
]);
export type Audience = z.infer<typeof audienceSchema>;

/** Which refused attempts a list shows. */
export const refusalFilterSchema = z.object({
  sequence: z.uuid().optional(),
  code: z.string().max(40).optional(),
  contact: z.uuid().optional(),
});
export type RefusalFilter = z.infer<typeof refusalFilterSchema>;

const moment = z.iso.datetime({ offset: true }).transform((at) => new Date(at));
const ids = z.array(z.uuid()).min(1).max(500);

export const runsSchema = accountInput.extend({ ids });
export const pauseSchema = runsSchema.extend({ until: moment.optional() });
export const moveSchema = runsSchema.extend({ stepId: z.uuid() });
export const rescheduleSchema = runsSchema.extend({ at: moment });
export const previewActSchema = runsSchema.extend({
  act: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("pause"), until: moment.nullable() }),
    z.object({ kind: z.literal("resume") }),
    z.object({ kind: z.literal("stop") }),
    z.object({ kind: z.literal("move"), stepId: z.uuid() }),
    z.object({ kind: z.literal("send_now") }),
    z.object({ kind: z.literal("reschedule"), at: moment }),
  ]),
});
/** What a screen asks for: instants as text. */
export type AskedAct = z.input<typeof previewActSchema>["act"];
export const undoActSchema = accountInput.extend({ actId: z.uuid() });

/** `aboutId` is the thread or record; absent, what enrolling takes by itself. */
export const enrollOneSchema = accountInput.extend({
  sequenceId: z.uuid(),
  contactId: z.uuid(),
  aboutId: z.uuid().optional(),
});
export const enrollManySchema = accountInput.extend({ sequenceId: z.uuid(), audience: audienceSchema });
export const reportedSchema = enrollManySchema.extend({
  verdict: z.string().max(40),
  other: z.string().max(200).optional(),
  after: z.uuid().optional(),
});
export const bulkSchema = accountInput.extend({ bulkId: z.uuid() });

export type EnrollWish = {
  sequenceId: string;
  contactIds: string[];
  /**
   * Only about these threads, deals, appointments or charges, by the sequence's target and whatever became of them.
   * Absent: each contact's last thread, or a run for every record that is open. They must belong to the contacts.
   */
  aboutIds?: string[];
  /** The person who enrolls; null for the engine. */
  actorId: string | null;
  /** What started the run, where no person did: the event of a trigger. */
  trigger?: string;
  /** How they come in; by hand unless told otherwise. */
  method?: EnrollmentMethod;
  /** The bulk enrollment that they belong to. */
  bulkId?: string;
  now: Date;
};
