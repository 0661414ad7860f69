import { randomBytes } from "node:crypto";
import * as z from "zod";
import { isLoopback } from "@/lib/channels/base-url";

/**
 * Address of a gateway: https, on port 443 or one from 1024 up, so that nobody's mail server or shell is spoken to.
 * Plain http is taken for this machine alone, which is reached only where private addresses are allowed. Where the name
 * leads is judged as the connection is made.
 */
const gatewayUrlSchema = z
  .string()
  .trim()
  .max(1000)
  .refine(isAllowed, { error: "Use an https address on port 443 or above 1023, without user name" })
  .transform((text) => new URL(text).href);

function isAllowed(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash, port, hostname } = new URL(text);
  if (username || password || hash) return false;
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback(hostname))) return false;
  return port === "" || Number(port) >= 1024;
}

/** Public settings of a gateway of the account's own. */
export const httpConfigSchema = z.object({ url: gatewayUrlSchema });
export type HttpConfig = z.infer<typeof httpConfigSchema>;

/** Standard Webhooks 1.0: 24 to 64 random bytes in base64 after `whsec_`. */
const signingSecretSchema = z
  .string()
  .trim()
  .regex(/^(whsec_)?[A-Za-z0-9+/]+={0,2}$/, { error: "A secret begins with whsec_" })
  .refine(hasGoodLength, { error: "A secret has 24 to 64 bytes" });

function hasGoodLength(secret: string): boolean {
  const { length } = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return length >= 24 && length <= 64;
}

export const httpSecretsSchema = z.object({
  /** Signs what we send and what comes back. */
  signingSecret: signingSecretSchema,
  /** The one before: counts as well, until the gateway knows the new one. */
  previousSecret: z.union([z.literal(""), signingSecretSchema]).default(""),
});
export type HttpSecrets = z.infer<typeof httpSecretsSchema>;

export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;
