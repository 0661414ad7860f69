import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import type { TemplateParts } from "@/lib/core/hsm-components";

export const syncTemplatesSchema = accountInput.extend({ inboxId: z.uuid() });

/** One template in one language, in Meta's words for status, category and quality. */
export type HsmTemplateListed = TemplateParts & {
  inboxId: string;
  inboxName: string;
  name: string;
  language: string;
  status: string;
  category: string;
  quality: string | null;
  parameterFormat: "positional" | "named";
  syncedAt: string;
  /** Since when Meta no longer lists it. */
  missingAt: string | null;
};
