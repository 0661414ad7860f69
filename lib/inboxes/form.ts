import { randomBytes } from "node:crypto";
import * as z from "zod";
import { newSigningSecret } from "@/lib/channels/http/config";
import { driverOf } from "@/lib/channels/registry";
import type { Provider } from "@/lib/core/model-inboxes";
import { AppError } from "@/lib/errors";
import type { InboxForm } from "./schema";
import type { InboxSecrets } from "./secrets";

const textRecord = z.record(z.string(), z.string());

/**
 * The form in the driver's shape. An empty secret keeps the stored one; the webhook's verify token is made here.
 * Throws `invalid` with the fields at fault, named `config.host` or `secrets.accessToken`.
 */
export function parsedInbox(form: Pick<InboxForm, "provider" | "config" | "secrets">, stored: InboxSecrets) {
  const driver = driverOf(form.provider);
  const typed = Object.entries(form.secrets).filter(([, value]) => value !== "");
  const kept = driver.webhook ? { ...newSecrets(), ...withPrevious(stored, form.secrets) } : stored;
  const config = driver.configSchema.safeParse(form.config);
  const secrets = driver.secretsSchema.safeParse({ ...kept, ...Object.fromEntries(typed) });
  const fields = {
    ...problems("config", form.config, config.error),
    ...problems("secrets", form.secrets, secrets.error),
  };
  if (!config.success || !secrets.success) throw new AppError("invalid", "inbox_config_invalid", { fields });
  return {
    config: config.data as Record<string, unknown>,
    secrets: textRecord.parse(secrets.data),
  };
}

/**
 * Stored credentials go only where they were meant to go: when the form names another server, all but what is
 * ours alone must be typed again. Throws `invalid` with the fields that were left empty.
 */
export function keptSecrets(
  stored: { config: Record<string, unknown>; secrets: InboxSecrets },
  form: Pick<InboxForm, "config" | "secrets">,
): InboxSecrets {
  const isSameServer = DESTINATIONS.every(
    (field) => (form.config[field] ?? "") === String(stored.config[field] ?? ""),
  );
  if (isSameServer) return stored.secrets;
  const given = Object.entries(stored.secrets).filter(([, value]) => value !== "");
  const left = given.filter(([name]) => !OUR_OWN.includes(name) && !form.secrets[name]);
  if (left.length > 0) {
    const fields = Object.fromEntries(left.map(([name]) => [`secrets.${name}`, "inbox_secret_again"]));
    throw new AppError("invalid", "inbox_config_invalid", { fields });
  }
  return Object.fromEntries(given.filter(([name]) => OUR_OWN.includes(name)));
}

/** Settings that say where a driver sends credentials. */
const DESTINATIONS = ["host", "port", "security", "imapHost", "imapPort", "imapSecurity", "baseUrl"];

/** Never sent anywhere: what we sign with, and what we check the signatures of others with. */
const OUR_OWN = ["verifyToken", "dkimPrivateKey", "webhookSecret", "signingSecret", "previousSecret"];

/** Throws unless a person has read that the number may be banned, where it may. */
export function checkRisk({
  provider,
  isRiskAccepted,
}: {
  provider: Provider;
  isRiskAccepted?: boolean;
}): void {
  if (isRiskAccepted || !driverOf(provider).hasBanRisk) return;
  throw new AppError("invalid", "inbox_ban_risk", { fields: { isRiskAccepted: "inbox_ban_risk" } });
}

/** Throws when the provider has no such channel. */
export function checkChannel({ provider, channel }: { provider: Provider; channel: string }): void {
  if (driverOf(provider).channels.some((each) => each === channel)) return;
  throw new AppError("invalid", "inbox_channel_unknown", { fields: { channel: "inbox_channel_unknown" } });
}

/** Drivers speak to nobody: which sentence a field shows is decided here. The first fault of a field is told. */
function problems(part: "config" | "secrets", typed: Record<string, string>, error: z.ZodError | undefined) {
  const named = (error?.issues ?? []).map((issue) => {
    const field = issue.path.join(".");
    const missing = part === "secrets" ? "inbox_secret_required" : "required";
    return [`${part}.${field}`, typed[field] ? (SENTENCES[field] ?? "invalid_value") : missing];
  });
  return Object.fromEntries(named.reverse()) as Record<string, string>;
}

const SENTENCES: Record<string, string> = {
  host: "smtp_host_invalid",
  port: "smtp_port_invalid",
  security: "smtp_security_invalid",
  fromAddress: "email_invalid",
  replyTo: "email_invalid",
  imapHost: "smtp_host_invalid",
  imapPort: "imap_port_invalid",
  imapSecurity: "smtp_security_invalid",
  dkimDomain: "domain_invalid",
  dkimSelector: "dkim_selector_invalid",
  dkimPrivateKey: "dkim_key_invalid",
  phoneNumberId: "whatsapp_number_id_invalid",
  businessAccountId: "whatsapp_number_id_invalid",
  apiVersion: "whatsapp_version_invalid",
  baseUrl: "base_url_invalid",
  accessToken: "token_invalid",
  authToken: "token_invalid",
  apiKey: "token_invalid",
  accountSid: "twilio_sid_invalid",
  sender: "twilio_sender_invalid",
  url: "gateway_url_invalid",
  signingSecret: "signing_secret_invalid",
  instance: "instance_invalid",
};

/** What a webhook may need and nobody has typed in; each driver takes the one that it knows. */
const newSecrets = () => ({
  verifyToken: randomBytes(18).toString("base64url"),
  signingSecret: newSigningSecret(),
});

/** The secret before a new one counts on, until the other side knows the new one too. */
function withPrevious(stored: InboxSecrets, typed: InboxSecrets): InboxSecrets {
  const { signingSecret } = stored;
  const isRotated = signingSecret && typed.signingSecret && typed.signingSecret !== signingSecret;
  return isRotated ? { ...stored, previousSecret: signingSecret } : stored;
}
