import * as z from "zod";
import { accountInput } from "@/lib/action-input";

export const syncTemplatesSchema = accountInput.extend({ inboxId: z.uuid() });

/** Parts that a step cannot fill in: such a template is shown, and cannot be chosen. */
export type Unsupported =
  | "header_media"
  | "header_variables"
  | "buttons_with_variables"
  | "carousel"
  | "limited_time_offer"
  | "no_body"
  | "unknown_part";

export type TemplateParts = {
  header: string | null;
  /** With `{{1}}` or `{{name}}`; empty where there is none. */
  body: string;
  footer: string | null;
  /** What stands on the buttons. */
  buttons: string[];
  /** The body's variables in the order in which a send gives their values. */
  parameters: { name: string | null; example: string }[];
  unsupported: Unsupported | null;
};

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
