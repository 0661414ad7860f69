import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { type AccountId, mintAccountId } from "@/lib/accounts/account-id";
import { env } from "@/lib/env";

/** Who unsubscribes by a link, and which mail brought it. */
export type Unsubscriber = { accountId: AccountId; contactId: string; messageId: string };

const ID_BYTES = 16;
const MAC_BYTES = 16;

/**
 * Where the reader of a mail unsubscribes. Short, because relays fold long header lines and break the signature, and
 * opaque: the ids are encrypted under their own signature (HMAC-SHA-256, as in RFC 5297), by keys of APP_SECRET. It
 * never expires: people unsubscribe by mails of years ago.
 */
export const unsubscribeUrlOf = (who: Unsubscriber): string => `${env.appUrl}/u/${unsubscribeToken(who)}`;

export function unsubscribeToken({ accountId, contactId, messageId }: Unsubscriber): string {
  const plain = Buffer.from([accountId, contactId, messageId].join("").replaceAll("-", ""), "hex");
  const mac = macOf(plain);
  const cipher = createCipheriv("aes-256-ctr", keyOf("encryption"), mac);
  return Buffer.concat([mac, cipher.update(plain), cipher.final()]).toString("base64url");
}

/** Null for anything that we did not make ourselves, with this APP_SECRET. */
export function readUnsubscribeToken(token: string): Unsubscriber | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== MAC_BYTES + 3 * ID_BYTES || bytes.toString("base64url") !== token) return null;
  const mac = bytes.subarray(0, MAC_BYTES);
  const cipher = createDecipheriv("aes-256-ctr", keyOf("encryption"), mac);
  const plain = Buffer.concat([cipher.update(bytes.subarray(MAC_BYTES)), cipher.final()]);
  if (!timingSafeEqual(mac, macOf(plain))) return null;
  const [accountId = "", contactId = "", messageId = ""] = plain.toString("hex").match(/.{32}/g) ?? [];
  return {
    accountId: mintAccountId(uuid(accountId)),
    contactId: uuid(contactId),
    messageId: uuid(messageId),
  };
}

const macOf = (plain: Buffer): Buffer =>
  createHmac("sha256", keyOf("signature")).update(plain).digest().subarray(0, MAC_BYTES);

const keyOf = (purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", env.appSecret, "follow-ups unsubscribe link", purpose, 32));

const uuid = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
