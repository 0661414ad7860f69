import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/**
 * Encryption at rest of credentials: AES-256-GCM with a key derived from APP_SECRET by HKDF-SHA-256. The sealed text is
 * `v1.<key id>.<nonce>.<ciphertext and tag>`, the last two in base64url. The context is authenticated with it, so a
 * sealed text copied to another account, table or column does not open.
 */
export const seal = (plain: string, where: { context: string }): string =>
  sealWith(env.appSecret, plain, where);

/** The plain text; throws when the text was changed, belongs elsewhere or was sealed with another APP_SECRET. */
export const open = (sealed: string, where: { context: string }): string =>
  openWith(env.appSecret, sealed, where);

/** Names the one place where a secret belongs. */
export const secretContext = (accountId: string, table: string, column: string): string =>
  [accountId, table, column].join("|");

const VERSION = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** As `seal`, with a given master secret. */
export function sealWith(master: string, plain: string, { context }: { context: string }): string {
  const { id, key } = keyOf(master);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(id, context));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, id, nonce.toString("base64url"), sealed.toString("base64url")].join(".");
}

/** As `open`, with a given master secret. */
export function openWith(master: string, text: string, { context }: { context: string }): string {
  const [version, id, nonceText, sealedText, ...rest] = text.split(".");
  if (version !== VERSION || !id || !nonceText || !sealedText || rest.length > 0) {
    throw new Error("The stored secret is not in a known format");
  }
  const { id: ownId, key } = keyOf(master);
  if (id !== ownId) throw new Error("The stored secret was sealed with another APP_SECRET");
  const nonce = Buffer.from(nonceText, "base64url");
  const sealed = Buffer.from(sealedText, "base64url");
  if (nonce.length !== NONCE_BYTES || sealed.length < TAG_BYTES) {
    throw new Error("The stored secret is not in a known format");
  }
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(id, context));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString(
      "utf8",
    );
  } catch {
    throw new Error("The stored secret was changed or belongs elsewhere");
  }
}

const associated = (id: string, context: string) => Buffer.from(`${VERSION}|${id}|${context}`);

/** The key and its public name, which says which APP_SECRET a text needs without telling anything about it. */
function keyOf(master: string): { id: string; key: Buffer } {
  const derive = (purpose: string, bytes: number) =>
    Buffer.from(hkdfSync("sha256", master, "follow-ups secret box", purpose, bytes));
  return { id: derive("key id", 6).toString("hex"), key: derive("key", 32) };
}
