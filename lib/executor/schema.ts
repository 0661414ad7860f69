import * as z from "zod";
import { accountInput } from "@/lib/action-input";

/** As the embedded executor names them. */
export const RUN_STATUSES = ["active", "completed", "failed", "cancelled"] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

const runId = z.string().regex(/^\d{1,19}$/);

export const runPageSchema = z.object({
  status: z.enum(RUN_STATUSES).optional().catch(undefined),
  before: runId.optional().catch(undefined),
});
export type RunPage = z.infer<typeof runPageSchema>;

export const runIdSchema = accountInput.extend({ id: runId });
