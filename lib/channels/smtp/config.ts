import { createPrivateKey } from "node:crypto";
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

const hostSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$|^[0-9a-fA-F:]{2,39}$/, {
    error: "Write a host name",
  });
const domainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/, { error: "Write a domain" });
/** A form knows texts only. */
const choiceSchema = z.union([z.boolean(), z.stringbool()]).default(false);

/** Public settings of a mailbox that sends over SMTP and may be read over IMAP. */
export const smtpConfigSchema = z
  .object({
    host: hostSchema,
    port: z.coerce.number().int().min(1).max(65_535).default(587),
    /** `tls` from the first byte (465), `starttls` required after greeting (587), `none` for relays nearby. */
    security: z.enum(SMTP_SECURITY).default("starttls"),
    /** Empty for servers that need no sign-in. */
    user: z.string().trim().max(320).default(""),
    fromName: z.string().max(120).transform(headerText).default(""),
    fromAddress: mailAddressSchema,
    replyTo: z.union([z.literal(""), mailAddressSchema]).default(""),
    /** Answers are asked for at `name+<token>@domain`, where the mail server delivers that to the same mailbox. */
    usesPlusAddress: choiceSchema,
    /** Empty: the mailbox is not read. */
    imapHost: z.union([z.literal(""), hostSchema]).default(""),
    imapPort: z.coerce.number().int().min(1).max(65_535).default(993),
    imapSecurity: z.enum(SMTP_SECURITY).default("tls"),
    /** Empty: the same as for sending. */
    imapUser: z.string().trim().max(320).default(""),
    imapFolder: z.string().trim().max(200).transform(folderName).default("INBOX"),
    /** Empty: the sending server signs, or nobody does. */
    dkimDomain: z.union([z.literal(""), domainSchema]).default(""),
    dkimSelector: z
      .union([
        z.literal(""),
        z
          .string()
          .trim()
          .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/),
      ])
      .default(""),
  })
  .refine(({ user, security, host }) => !user || security !== "none" || isLoopback(host), {
    path: ["security"],
    error: "A password is only sent over an encrypted connection",
  })
  .refine(({ imapHost, imapSecurity }) => !imapHost || imapSecurity !== "none" || isLoopback(imapHost), {
    path: ["imapSecurity"],
    error: "A password is only sent over an encrypted connection",
  })
  .refine(({ dkimDomain, dkimSelector }) => !dkimDomain || dkimSelector !== "", {
    path: ["dkimSelector"],
    error: "A signature needs a selector",
  });
export type SmtpConfig = z.infer<typeof smtpConfigSchema>;

export const smtpSecretsSchema = z.object({
  password: z.string().max(1000).default(""),
  /** Empty: the same as for sending. */
  imapPassword: z.string().max(1000).default(""),
  /** PEM of an RSA key. */
  dkimPrivateKey: z
    .string()
    .trim()
    .refine((pem) => pem === "" || isRsaKey(pem), { error: "Paste an RSA private key in PEM" })
    .default(""),
  /** What webhooks that bring mails are signed with; several keys stand side by side while they are exchanged. */
  webhookSecret: z.string().trim().max(1000).default(""),
  /** Made by us: what a provider without signatures proves itself with. */
  verifyToken: z.string().max(200).default(""),
});
export type SmtpSecrets = z.infer<typeof smtpSecretsSchema>;

function folderName(name: string): string {
  return headerText(name) || "INBOX";
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === "rsa";
  } catch {
    return false;
  }
}
