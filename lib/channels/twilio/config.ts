import * as z from "zod";
import { baseUrlSchema } from "@/lib/channels/base-url";

const SERVICE = /^MG[0-9a-f]{32}$/i;
/** A number with its country code, a short code, or a sender name of letters and digits with at least one letter. */
const SENDER = /^(\+[1-9]\d{6,14}|\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/;

/** Public settings of an SMS sender at Twilio. */
export const twilioConfigSchema = z.object({
  accountSid: z
    .string()
    .trim()
    .regex(/^AC[0-9a-fA-F]{32}$/, { error: "An Account SID begins with AC" }),
  /** What messages come from: number, short code, sender name, or the SID of a Messaging Service. */
  sender: z
    .string()
    .trim()
    .transform((text) => (text.startsWith("+") ? text.replace(/[\s().-]/g, "") : text))
    .refine((text) => SERVICE.test(text) || SENDER.test(text), {
      error: "Write a number with + and country code, a sender name, or a Messaging Service SID",
    }),
  baseUrl: baseUrlSchema.default("https://api.twilio.com"),
});
export type TwilioConfig = z.infer<typeof twilioConfigSchema>;

/** The token also signs Twilio's webhooks: an empty one would let anybody sign them. */
export const twilioSecretsSchema = z.object({
  authToken: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[\x21-\x7e]+$/, { error: "The token has no spaces" }),
});
export type TwilioSecrets = z.infer<typeof twilioSecretsSchema>;

/** How the API names what a message comes from. */
export const senderOf = ({ sender }: TwilioConfig): Record<string, string> =>
  SERVICE.test(sender) ? { MessagingServiceSid: sender } : { From: sender };
