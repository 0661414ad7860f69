import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import {
  APPOINTMENT_STATUSES,
  CHARGE_STATUSES,
  DEAL_STATUSES,
  RECORD_KINDS,
  type RecordKind,
} from "@/lib/core/model";

/** Amounts are minor units; nothing that is owed or sold comes near the largest safe integer. */
export const amountSchema = z.number().int().min(0).max(1_000_000_000_000);
/** ISO 4217. */
export const currencySchema = z
  .string()
  .trim()
  .regex(/^[A-Z]{3}$/, { error: "invalid_value" });
export const titleSchema = z.string().trim().min(1).max(200);
const link = z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(2_000)]);
const reason = z.string().trim().max(500);
const instant = z.iso.datetime({ offset: true });
/** Who is responsible; a member of the account. */
const assigneeId = z.uuid().nullable();

/** What a form sends, by kind. `currency` of a deal counts only with an amount. */
export const recordInputSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("deal"),
    title: titleSchema,
    assigneeId,
    amount: amountSchema.nullable(),
    currency: currencySchema,
    status: z.enum(DEAL_STATUSES),
    expectedCloseOn: z.iso.date().nullable(),
    /** Null: where it is, or the first stage for a new one. */
    stageId: z.uuid().nullable(),
    lostReason: reason,
  }),
  z
    .object({
      kind: z.literal("appointment"),
      title: titleSchema,
      assigneeId,
      startsAt: instant,
      endsAt: instant.nullable(),
      location: z.string().trim().max(500),
      status: z.enum(APPOINTMENT_STATUSES),
    })
    .refine(({ startsAt, endsAt }) => !endsAt || Date.parse(endsAt) > Date.parse(startsAt), {
      path: ["endsAt"],
      error: "invalid_value",
    }),
  z.object({
    kind: z.literal("charge"),
    title: titleSchema,
    assigneeId,
    amount: amountSchema,
    currency: currencySchema,
    dueOn: z.iso.date(),
    status: z.enum(CHARGE_STATUSES),
    paymentUrl: link,
  }),
]);
export type RecordInput = z.infer<typeof recordInputSchema>;

export const RECORD_STATUSES = {
  deal: DEAL_STATUSES,
  appointment: APPOINTMENT_STATUSES,
  charge: CHARGE_STATUSES,
} as const satisfies Record<RecordKind, readonly string[]>;
export type RecordStatus = RecordInput["status"];

export const addRecordSchema = accountInput.extend({ contactId: z.uuid(), record: recordInputSchema });
export const changeRecordSchema = accountInput.extend({ recordId: z.uuid(), record: recordInputSchema });
export const recordRefSchema = accountInput.extend({ recordId: z.uuid(), kind: z.enum(RECORD_KINDS) });

/** `from` is the status that the person saw: a rival's change in between is not overwritten. */
export const setStatusSchema = recordRefSchema.extend({
  from: z.string().max(20),
  status: z.enum([...DEAL_STATUSES, ...APPOINTMENT_STATUSES, ...CHARGE_STATUSES]),
  reason: reason.optional(),
});
export const moveDealSchema = accountInput.extend({
  dealId: z.uuid(),
  stageId: z.uuid(),
  position: z.number().finite().optional(),
});
export const rescheduleSchema = accountInput.extend({
  appointmentId: z.uuid(),
  startsAt: instant,
});
export const enrollRecordSchema = recordRefSchema.extend({ sequenceId: z.uuid() });

/** A record of any kind as lists show it. `date` is an instant for appointments and a day for the others. */
export type RecordRow = {
  id: string;
  kind: RecordKind;
  title: string;
  status: RecordStatus;
  amount: number | null;
  currency: string | null;
  date: string | null;
  /** Of an appointment. */
  endsAt: string | null;
  /** Where it can be paid, or where it takes place. */
  place: string;
  assigneeId: string | null;
  assigneeName: string | null;
  externalId: string | null;
  /** Of a deal. */
  stageId: string | null;
  stageName: string | null;
  lostReason: string | null;
  /** Of an open deal that nobody has touched for the account's number of days. */
  isStalled: boolean;
  contactId: string;
  contactName: string;
  /** Runs about it that go on. */
  liveRuns: number;
};

/** A sum of amounts in one currency, in minor units: sums of several are never added up. */
export type Total = { currency: string; amount: number; count: number };
