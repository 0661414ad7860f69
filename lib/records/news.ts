import * as z from "zod";
import { APPOINTMENT_STATUSES, CHARGE_STATUSES, DEAL_STATUSES } from "@/lib/core/model";
import { amountSchema, currencySchema, titleSchema } from "./schema";

/**
 * What another system tells of a record that it keeps. Everything that it leaves out stays as it is. Texts that are too
 * long are refused rather than cut: half a link leads nowhere.
 */
const told = {
  /** The id that it has there: the same one again is the same record. */
  externalId: z.string().trim().min(1).max(200),
  /** When it was so, by the clock of where it comes from. */
  at: z.date(),
  /** Whose it is: a contact of the account, or a person by any address. */
  contact: z.union([
    z.object({ id: z.uuid() }),
    z.object({
      phone: z.string().max(40).optional(),
      email: z.string().max(254).optional(),
      whatsapp: z
        .string()
        .regex(/^\d{6,20}$/)
        .optional(),
      name: z.string().trim().max(200).optional(),
    }),
  ]),
  /** What becomes of news about somebody whom the account does not know. */
  unknownContact: z.enum(["make", "refuse"]),
  title: titleSchema.optional(),
};
const instant = z.date();

export const newsSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("deal"),
    ...told,
    status: z.enum(DEAL_STATUSES).optional(),
    amount: amountSchema.nullable().optional(),
    currency: currencySchema.optional(),
    expectedCloseOn: z.iso.date().nullable().optional(),
    /** By its name, in any pipeline; one that the account does not have leaves the deal where it is. */
    stage: z.string().trim().max(200).optional(),
    lostReason: z.string().trim().max(500).optional(),
  }),
  z.object({
    kind: z.literal("appointment"),
    ...told,
    status: z.enum(APPOINTMENT_STATUSES).optional(),
    startsAt: instant.optional(),
    endsAt: instant.nullable().optional(),
    location: z.string().trim().max(500).optional(),
  }),
  z.object({
    kind: z.literal("charge"),
    ...told,
    status: z.enum(CHARGE_STATUSES).optional(),
    amount: amountSchema.optional(),
    currency: currencySchema.optional(),
    dueOn: z.iso.date().optional(),
    paymentUrl: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .nullable()
      .optional(),
  }),
]);
export type News = z.infer<typeof newsSchema>;

/**
 * What became of the news. `outdated`: something newer was known of all that it says. `refused`: `unknown_contact` (and
 * none was to be made), `contact_deleted`, or `incomplete` (a new record without what every one of its kind has).
 */
export type NewsAnswer =
  | { did: "created" | "changed" | "unchanged" | "outdated"; recordId: string }
  | { did: "refused"; reason: "unknown_contact" | "contact_deleted" | "incomplete" };
