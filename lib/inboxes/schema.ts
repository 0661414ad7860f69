import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import { inboxLimitsSchema } from "@/lib/core/inbox-schemas";
import { CHANNELS } from "@/lib/core/model";
import { PROVIDERS } from "@/lib/core/model-inboxes";

/** Signing keys are texts of many lines. */
const MAX_SECRET = 8_000;

/** What the form sends; the driver's own schemas judge `config` and `secrets`. */
export const inboxForm = z.object({
  name: z.string().trim().min(1).max(80),
  provider: z.enum(PROVIDERS),
  channel: z.enum(CHANNELS),
  config: z.record(z.string(), z.string().max(2000)),
  /** An empty value keeps the stored one. */
  secrets: z.record(z.string(), z.string().max(MAX_SECRET)),
});
export type InboxForm = z.infer<typeof inboxForm>;

export const addInboxSchema = accountInput.extend({
  ...inboxForm.shape,
  /** Somebody has read that the number may be banned; needed where it may. */
  isRiskAccepted: z.boolean().optional(),
});
export const changeInboxSchema = addInboxSchema
  .omit({ provider: true, channel: true, isRiskAccepted: true })
  .extend({ id: z.uuid() });
export const checkInboxSchema = addInboxSchema
  .omit({ isRiskAccepted: true })
  .extend({ id: z.uuid().optional() });
export const inboxIdSchema = accountInput.extend({ id: z.uuid() });
export const limitInboxSchema = inboxIdSchema.extend({ limits: inboxLimitsSchema });
export const orderInboxesSchema = accountInput.extend({ ids: z.array(z.uuid()).min(1).max(200) });
/** The query of how inboxes stand: one of them, or all. */
export const standingPageSchema = z.object({ id: z.uuid().optional() });
