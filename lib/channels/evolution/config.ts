import * as z from "zod";
import { baseUrlSchema } from "@/lib/channels/base-url";

/** Public settings of a WhatsApp number behind an Evolution API server. */
export const evolutionConfigSchema = z.object({
  baseUrl: baseUrlSchema,
  instance: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^(?!\.{1,2}$)[^/?#\\]+$/, { error: "Write the instance's name as the server has it" }),
});
export type EvolutionConfig = z.infer<typeof evolutionConfigSchema>;

/** Neither may be empty: the webhooks have no signature, so these are all that tells them from anybody's. */
export const evolutionSecretsSchema = z.object({
  apiKey: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .regex(/^[\x21-\x7e]+$/, { error: "The key has no spaces" }),
  /** Ours: stands in the address that the server calls, and signs its tokens when it is given as `jwt_key`. */
  verifyToken: z.string().trim().min(16).max(200),
});
export type EvolutionSecrets = z.infer<typeof evolutionSecretsSchema>;
