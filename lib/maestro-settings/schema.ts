import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import { maestroConfigSchema } from "@/lib/core/maestro-schemas";
import { AI_OUTCOMES, AI_PURPOSES, type MaestroConfig } from "@/lib/core/model-maestro";

/** What the form shows where nobody has set Maestro up; the prices are those of the model that it names. */
export const MAESTRO_DEFAULTS: MaestroConfig = {
  ...{ baseUrl: "https://api.openai.com/v1", model: "gpt-4.1-mini", timeoutSeconds: 20 },
  ...{ inputPrice: 0.4, outputPrice: 1.6, dailyBudget: 5, leadMinutes: 60 },
  ...{ voice: "", rules: "", knowledge: "", bannedWords: [], learnsFromEdits: true },
  ...{ defaultApproverId: null, classifiesReplies: false },
};

/** Without what people paste along, so that the same endpoint has one address. */
const address = z
  .string()
  .trim()
  .transform((text) => text.replace(/\/+$/, "").replace(/\/chat\/completions$/, ""))
  .pipe(maestroConfigSchema.shape.baseUrl);

const typed = maestroConfigSchema.extend({ baseUrl: address });

/** Longer than any key that is known, shorter than what is pasted by mistake. */
const key = z
  .string()
  .trim()
  .max(500)
  .regex(/^[\x21-\x7e]*$/, { error: "token_invalid" });

export const changeMaestroSchema = accountInput.extend({
  ...typed.partial().shape,
  /** How those fields were when the form was loaded: a change of theirs by somebody else is not overwritten unseen. */
  before: maestroConfigSchema.partial(),
  /** An empty one keeps the stored one. */
  apiKey: key.optional(),
  removesKey: z.boolean().optional(),
});
export type MaestroChange = Omit<z.infer<typeof changeMaestroSchema>, "account">;

export const switchMaestroSchema = accountInput.extend({ isOn: z.boolean() });

export const testMaestroSchema = accountInput.extend({
  ...typed.pick({ baseUrl: true, model: true, timeoutSeconds: true }).shape,
  apiKey: key,
});
export type MaestroTest = Omit<z.infer<typeof testMaestroSchema>, "account">;

/** What the page of AI use asks for in its address. */
export const aiUseSchema = z.object({ purpose: z.enum(AI_PURPOSES), outcome: z.enum(AI_OUTCOMES) });
export type AiUseFilter = Partial<z.infer<typeof aiUseSchema>>;
/** The call that is open beside the list. */
export const openCallSchema = z.object({ call: z.uuid() });
