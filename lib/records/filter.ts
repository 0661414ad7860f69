import * as z from "zod";
import { APPOINTMENT_STATUSES, DEAL_STATUSES } from "@/lib/core/model";

/** What the lists of records show; every part is in their address. `none`: nobody is responsible. */
const shared = {
  search: z.string().trim().max(200).optional(),
  owner: z.union([z.uuid(), z.literal("none")]).optional(),
};

export const dealFilterSchema = z.object({
  ...shared,
  pipeline: z.uuid().optional(),
  stalled: z.literal("yes").optional(),
  status: z.enum(DEAL_STATUSES).optional(),
});
export type DealFilter = z.infer<typeof dealFilterSchema>;

export const appointmentFilterSchema = z.object({
  ...shared,
  when: z.enum(["upcoming", "past"]).optional(),
  status: z.enum(APPOINTMENT_STATUSES).optional(),
  contact: z.uuid().optional(),
});
export type AppointmentFilter = z.infer<typeof appointmentFilterSchema>;

export const chargeFilterSchema = z.object({
  ...shared,
  /** `open` is what is still to be paid, due or not. */
  status: z.enum(["open", "pending", "overdue", "paid", "refunded", "canceled"]).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  contact: z.uuid().optional(),
});
export type ChargeFilter = z.infer<typeof chargeFilterSchema>;
