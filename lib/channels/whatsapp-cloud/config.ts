import * as z from "zod";
import { baseUrlSchema } from "@/lib/channels/base-url";

/** Public settings of a WhatsApp Cloud API number. */
export const whatsappConfigSchema = z.object({
  phoneNumberId: z
    .string()
    .trim()
    .regex(/^\d{5,20}$/, { error: "The phone number id is made of digits" }),
  /** WhatsApp Business Account id; templates are read with it. */
  businessAccountId: z
    .string()
    .trim()
    .regex(/^\d{0,20}$/)
    .default(""),
  apiVersion: z
    .string()
    .trim()
    .regex(/^v\d{1,3}\.\d{1,2}$/, { error: "Write the version like v25.0" })
    .default("v25.0"),
  baseUrl: baseUrlSchema.default("https://graph.facebook.com"),
});
export type WhatsappConfig = z.infer<typeof whatsappConfigSchema>;

/** None may be empty: an empty app secret would let anybody sign webhooks. */
export const whatsappSecretsSchema = z.object({
  accessToken: z
    .string()
    .trim()
    .min(1)
    .max(1000)
    .regex(/^[\x21-\x7e]+$/, { error: "The token has no spaces" }),
  appSecret: z.string().trim().min(1).max(200),
  verifyToken: z.string().trim().min(1).max(200),
});
export type WhatsappSecrets = z.infer<typeof whatsappSecretsSchema>;
