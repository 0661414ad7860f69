import * as z from "zod";
import { isLoopback } from "@/lib/channels/base-url";

export const SMTP_SECURITY = ["tls", "starttls", "none"] as const;

/** A plain mailbox address; what would end a header line or start a second recipient is refused. */
export const mailAddressSchema = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s<>,;:"()[\]\\@]{1,64}@[^\s<>,;:"()[\]\\@]+$/, {
    error: "Write an address like name@example.com",
  });

/** One line of text for a header: line breaks and other control characters become spaces. */
export const headerText = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

/** Public settings of a mailbox that sends over SMTP. */
export const smtpConfigSchema = z
  .object({
    host: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$|^[0-9a-fA-F:]{2,39}$/, {
        error: "Write a host name",
      }),
    port: z.coerce.number().int().min(1).max(65_535).default(587),
    /** `tls` from the first byte (465), `starttls` required after greeting (587), `none` for relays nearby. */
    security: z.enum(SMTP_SECURITY).default("starttls"),
    /** Empty for servers that need no sign-in. */
    user: z.string().trim().max(320).default(""),
    fromName: z.string().max(120).transform(headerText).default(""),
    fromAddress: mailAddressSchema,
    replyTo: z.union([z.literal(""), mailAddressSchema]).default(""),
  })
  .refine(({ user, security, host }) => !user || security !== "none" || isLoopback(host), {
    path: ["security"],
    error: "A password is only sent over an encrypted connection",
  });
export type SmtpConfig = z.infer<typeof smtpConfigSchema>;

export const smtpSecretsSchema = z.object({ password: z.string().max(1000).default("") });
export type SmtpSecrets = z.infer<typeof smtpSecretsSchema>;
