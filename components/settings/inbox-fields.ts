import type { Channel } from "@/lib/core/model";
import type { Provider } from "@/lib/core/model-inboxes";

export type InboxField = {
  /** Where it is stored and how errors name it: `config.host`, `secrets.password`. */
  part: "config" | "secrets";
  name: string;
  /** What its words are listed under, where not under its name. */
  words?: string;
  kind: "text" | "number" | "email" | "url" | "password" | "security" | "lines" | "yesNo";
  isRequired?: boolean;
  /** What a new inbox starts with. */
  start?: string;
  /** Rarely changed: stands under "Advanced". */
  isAdvanced?: boolean;
  /** Stands with others under a heading of their own that is closed at first. */
  group?: InboxFieldGroup;
};

export const INBOX_FIELD_GROUPS = ["imap", "replyWebhook", "dkim"] as const;
export type InboxFieldGroup = (typeof INBOX_FIELD_GROUPS)[number];

/** The forms of the providers. The drivers' own schemas judge what is sent. */
export const INBOX_FIELDS: Record<Provider, InboxField[]> = {
  sandbox: [],
  evolution: [
    { part: "config", name: "baseUrl", words: "evolutionUrl", kind: "url", isRequired: true },
    { part: "config", name: "instance", kind: "text", isRequired: true },
    { part: "secrets", name: "apiKey", kind: "password", isRequired: true },
  ],
  twilio: [
    { part: "config", name: "accountSid", kind: "text", isRequired: true },
    { part: "secrets", name: "authToken", kind: "password", isRequired: true },
    { part: "config", name: "sender", kind: "text", isRequired: true },
    { part: "config", name: "baseUrl", kind: "url", start: "https://api.twilio.com", isAdvanced: true },
  ],
  http: [
    { part: "config", name: "url", kind: "url", isRequired: true },
    { part: "secrets", name: "signingSecret", kind: "password" },
  ],
  whatsapp_cloud: [
    { part: "config", name: "phoneNumberId", kind: "text", isRequired: true },
    { part: "config", name: "businessAccountId", kind: "text" },
    { part: "secrets", name: "accessToken", kind: "password", isRequired: true },
    { part: "secrets", name: "appSecret", kind: "password", isRequired: true },
    { part: "config", name: "apiVersion", kind: "text", start: "v25.0", isAdvanced: true },
    { part: "config", name: "baseUrl", kind: "url", start: "https://graph.facebook.com", isAdvanced: true },
  ],
  smtp: [
    { part: "config", name: "host", kind: "text", isRequired: true },
    { part: "config", name: "port", kind: "number", isRequired: true, start: "587" },
    { part: "config", name: "security", kind: "security", start: "starttls" },
    { part: "config", name: "user", kind: "text" },
    { part: "secrets", name: "password", kind: "password" },
    { part: "config", name: "fromName", kind: "text" },
    { part: "config", name: "fromAddress", kind: "email", isRequired: true },
    { part: "config", name: "replyTo", kind: "email" },
    { part: "config", name: "imapHost", kind: "text", group: "imap" },
    { part: "config", name: "imapPort", kind: "number", start: "993", group: "imap" },
    { part: "config", name: "imapSecurity", kind: "security", start: "tls", group: "imap" },
    { part: "config", name: "imapUser", kind: "text", group: "imap" },
    { part: "secrets", name: "imapPassword", kind: "password", group: "imap" },
    { part: "config", name: "imapFolder", kind: "text", start: "INBOX", group: "imap" },
    { part: "config", name: "usesPlusAddress", kind: "yesNo", start: "false", group: "imap" },
    { part: "secrets", name: "webhookSecret", kind: "password", group: "replyWebhook" },
    { part: "config", name: "dkimDomain", kind: "text", group: "dkim" },
    { part: "config", name: "dkimSelector", kind: "text", group: "dkim" },
    { part: "secrets", name: "dkimPrivateKey", kind: "lines", group: "dkim" },
  ],
};

/** The channels that a new inbox may have; the first is what it has where there is nothing to choose. */
export const INBOX_CHANNELS: Record<Provider, readonly [Channel, ...Channel[]]> = {
  sandbox: ["whatsapp", "email", "sms"],
  whatsapp_cloud: ["whatsapp"],
  evolution: ["whatsapp"],
  smtp: ["email"],
  twilio: ["sms"],
  http: ["whatsapp", "sms", "email"],
};

/** How the list of what can be added is ordered. */
export const PROVIDER_GROUPS: { of: Channel | "other"; providers: Provider[] }[] = [
  { of: "whatsapp", providers: ["whatsapp_cloud", "evolution"] },
  { of: "email", providers: ["smtp"] },
  { of: "sms", providers: ["twilio"] },
  { of: "other", providers: ["http", "sandbox"] },
];

export const SECURITY = ["starttls", "tls", "none"] as const;
