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
const amount = z.number().int().min(0).max(1_000_000_000_000);
const currency = z
  .string()
  .trim()
  .regex(/^[A-Z]{3}$/, { error: "invalid_value" });
const title = z.string().trim().min(1).max(200);
const link = z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(2_000)]);

/** What a form sends, by kind. `currency` of a deal counts only with an amount. */
export const recordInputSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("deal"),
    title,
    amount: amount.nullable(),
    currency,
    status: z.enum(DEAL_STATUSES),
    expectedCloseOn: z.iso.date().nullable(),
  }),
  z.object({
    kind: z.literal("appointment"),
    title,
    startsAt: z.iso.datetime({ offset: true }),
    location: z.string().trim().max(500),
    status: z.enum(APPOINTMENT_STATUSES),
  }),
  z.object({
    kind: z.literal("charge"),
    title,
    amount,
    currency,
    dueOn: z.iso.date(),
    status: z.enum(CHARGE_STATUSES),
    paymentUrl: link,
  }),
]);
export type RecordInput = z.infer<typeof recordInputSchema>;

export const addRecordSchema = accountInput.extend({ contactId: z.uuid(), record: recordInputSchema });
export const changeRecordSchema = accountInput.extend({ recordId: z.uuid(), record: recordInputSchema });
export const recordRefSchema = accountInput.extend({ recordId: z.uuid(), kind: z.enum(RECORD_KINDS) });

/** A record of any kind as lists show it. `date` is an instant for appointments and a day for the others. */
export type RecordRow = {
  id: string;
  kind: RecordKind;
  title: string;
  status: RecordInput["status"];
  amount: number | null;
  currency: string | null;
  date: string | null;
  /** Where it can be paid, or where it takes place. */
  place: string;
};
