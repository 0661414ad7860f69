import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import { DIGEST_EVERY, type DigestEvery } from "@/lib/core/metrics";

export const DIGEST_CHOICES = ["off", ...DIGEST_EVERY] as const;

/** `sequence`: about this one alone. */
export const digestFormSchema = accountInput.extend({
  every: z.enum(DIGEST_CHOICES),
  sequence: z.uuid().optional(),
});

/** A digest of this kind, mailed at once. */
export const digestNowSchema = digestFormSchema.extend({ every: z.enum(DIGEST_EVERY) });

/** What a person wants to get by email; null while they want none. */
export type DigestWish = { every: DigestEvery; sequence: string | null };
