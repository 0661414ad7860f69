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

export const runsSchema = accountInput.extend({ ids: z.array(z.uuid()).min(1).max(500) });
export const enrollOneSchema = accountInput.extend({ sequenceId: z.uuid(), contactId: z.uuid() });
export const enrollManySchema = accountInput.extend({ sequenceId: z.uuid(), audience: audienceSchema });

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
