import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import { CONVERSATION_STATUSES } from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import { LOCALES } from "@/lib/locale";

export const conversationIdSchema = accountInput.extend({ conversationId: z.uuid() });

const templateChoiceSchema = z.object({
  name: z.string().min(1).max(512),
  language: z.string().min(1).max(20),
  /** In the order of the template's variables. */
  parameters: z.array(z.string().max(2_000)).max(100),
  /** Of its head: words, or the address or id of a file. */
  header: z.string().max(2_000).optional(),
  fileName: z.string().max(240).optional(),
  /** By the places of the buttons that take a value, from 0. */
  buttons: z
    .array(z.object({ index: z.number().int().min(0).max(9), value: z.string().max(2_000) }))
    .max(10)
    .optional(),
});
/** An HSM template as a person fills it in. */
export type TemplateChoice = z.infer<typeof templateChoiceSchema>;

export const sendSchema = conversationIdSchema.extend({
  /** Made by the screen, so that pressing twice sends once. */
  id: z.uuid(),
  text: z.string().max(100_000),
  /** Of an email; without one the answer is about what the thread was about. */
  subject: z.string().trim().max(300).optional(),
  template: templateChoiceSchema.optional(),
  /** A message of the thread that failed: it is said once more as it was. */
  again: z.uuid().optional(),
  isConfirmed: z.boolean().optional(),
});

export const snoozeSchema = conversationIdSchema.extend({ until: z.iso.datetime() });
export const assignSchema = conversationIdSchema.extend({ userId: z.uuid().nullable() });

export const STATUS_FILTERS = [...CONVERSATION_STATUSES, "all"] as const;
export const WHOSE = ["all", "mine", "unassigned"] as const;

/** Which threads the list shows. Every part is in the address; a value that is none counts as not given. */
export const conversationFilterSchema = z.object({
  status: z.enum(STATUS_FILTERS).default("open").catch("open"),
  whose: z.enum(WHOSE).default("all").catch("all"),
  inbox: z.uuid().optional().catch(undefined),
  search: z.string().trim().max(200).optional().catch(undefined),
});
export type ConversationFilter = z.infer<typeof conversationFilterSchema>;

/** The thread that an address names. What is no id is a thread that does not exist. */
export function conversationOf(params: Record<string, string>): string {
  const id = z.uuid().safeParse(params.conversation);
  if (!id.success) throw new AppError("not_found");
  return id.data;
}

/** The message that an address names. */
export function messageOf(params: Record<string, string>): string {
  const id = z.uuid().safeParse(params.message);
  if (!id.success) throw new AppError("not_found");
  return id.data;
}

export const fillSchema = z.object({ template: z.uuid(), locale: z.enum(LOCALES) });
export type FillWish = z.infer<typeof fillSchema>;
export type FilledTemplate = { text: string; subject: string | null };
