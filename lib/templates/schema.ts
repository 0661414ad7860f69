import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import type { SequenceStatus } from "@/lib/core/model";
import { LOCALES, type Locale } from "@/lib/locale";
import { MAX_TEMPLATE_NAME, TEMPLATE_CATEGORIES, type TemplateCategory } from "./categories";

export const MAX_TEMPLATE_TEXT = 20_000;
export const MAX_TEMPLATE_SUBJECT = 300;

const textSchema = z.object({
  text: z.string().trim().min(1).max(MAX_TEMPLATE_TEXT),
  /** Used when the step goes out by email. */
  subject: z.string().trim().max(MAX_TEMPLATE_SUBJECT).optional(),
});
export type TemplateText = z.infer<typeof textSchema>;
export type TemplateTexts = Partial<Record<Locale, TemplateText>>;

const templateFields = {
  name: z.string().trim().min(1).max(MAX_TEMPLATE_NAME),
  category: z.enum(TEMPLATE_CATEGORIES),
  texts: z
    .partialRecord(z.enum(LOCALES), textSchema)
    .refine((texts) => Object.keys(texts).length > 0, { error: "template_language_required" }),
};
const templateFormSchema = z.object(templateFields);
export type TemplateForm = z.infer<typeof templateFormSchema>;

export const createTemplateSchema = accountInput.extend(templateFields);
export const templateIdSchema = accountInput.extend({ templateId: z.uuid() });
export const updateTemplateSchema = templateIdSchema.extend(templateFields);
export const duplicateTemplateSchema = templateIdSchema.extend({ name: templateFields.name });

/** Every part is in the address of the library. */
export const templateFilterSchema = z.object({
  search: z.string().trim().max(200).optional(),
  category: z.enum(TEMPLATE_CATEGORIES).optional(),
  archived: z.literal("1").optional(),
});
export type TemplateFilter = z.infer<typeof templateFilterSchema>;

/** What a step may take its text from. */
export type TemplateChoice = {
  id: string;
  name: string;
  category: TemplateCategory;
  texts: TemplateTexts;
  /** Steps and variants, of drafts and of live versions, that were made from it; one in both counts once. */
  usage: number;
};

/** A row of the library. `updatedAt` is ISO text. */
export type TemplateRow = TemplateChoice & { updatedAt: string; isArchived: boolean };

export type TemplateUse = { sequenceId: string; name: string; status: SequenceStatus; count: number };
