import type { Provider } from "@/lib/core/model";

export type InboxField = {
  /** Where it is stored and how errors name it: `config.host`, `secrets.password`. */
  part: "config" | "secrets";
  name: string;
  kind: "text" | "number" | "email" | "url" | "password" | "security";
  isRequired?: boolean;
  /** What a new inbox starts with. */
  start?: string;
  /** Rarely changed: stands under "Advanced". */
  isAdvanced?: boolean;
};

/** The forms of the providers. The drivers' own schemas judge what is sent. */
export const INBOX_FIELDS: Record<Provider, InboxField[]> = {
  sandbox: [],
  evolution: [],
  twilio: [],
  http: [],
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
  ],
};

export const SECURITY = ["starttls", "tls", "none"] as const;
