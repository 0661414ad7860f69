import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import { contactFilterSchema } from "@/lib/contacts/schema";
import { END_REASONS, ENROLLMENT_STATUSES, type EnrollmentMethod } from "@/lib/core/model";

/** Which runs the browser shows. Every part is in the address of the list. */
export const enrollmentFilterSchema = z.object({
  status: z.enum(ENROLLMENT_STATUSES).optional(),
  reason: z.enum(END_REASONS).optional(),
  sequence: z.uuid().optional(),
  search: z.string().trim().max(200).optional(),
});
export type EnrollmentFilter = z.infer<typeof enrollmentFilterSchema>;

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
