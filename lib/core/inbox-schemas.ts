import * as z from "zod";
import { QUALITIES } from "./model-inboxes";

/**
 * Sends of one inbox: in any second, and per calendar minute, hour and day of the account's zone. Null is no limit of
 * ours; the provider's own (see `ChannelDriver.pace`) hold besides.
 */
export const inboxLimitsSchema = z.object({
  perSecond: z.number().int().min(1).max(1_000).nullable().default(null),
  perMinute: z.number().int().min(1).max(100_000).nullable(),
  perHour: z.number().int().min(1).max(1_000_000).nullable(),
  perDay: z.number().int().min(1).max(10_000_000).nullable(),
  /** Between two sends of the inbox, a new length each time. */
  gapSeconds: z
    .object({ from: z.number().int().min(0).max(3_600), to: z.number().int().min(1).max(3_600) })
    .refine(({ from, to }) => from <= to)
    .nullable()
    .default(null),
  /** Different people who get something outside an open 24-hour window, in any 24 hours. */
  recipientsPerDay: z.number().int().min(1).max(10_000_000).nullable().default(null),
  /** A new sender begins slowly: `perDay[n]` in the n-th day from `startsOn`; afterwards `perDay` of the limits alone. */
  warmUp: z
    .object({
      startsOn: z.iso.date(),
      perDay: z.array(z.number().int().min(1).max(1_000_000)).min(1).max(90),
    })
    .nullable()
    .default(null),
});

/** What the provider last said of the sender. Every part may be missing; providers tell what they like. */
export const inboxHealthSchema = z.object({
  quality: z.enum(QUALITIES).optional(),
  /** Meta's messaging limit: different people in 24 hours; null is unlimited. */
  recipientsPerDay: z.number().int().nullable().optional(),
  /** Messages a second that the provider takes from this sender. */
  perSecond: z.number().int().optional(),
  /** Of senders that hold a connection of their own. */
  connection: z.enum(["open", "connecting", "closed"]).optional(),
  checkedAt: z.iso.datetime().optional(),
});
