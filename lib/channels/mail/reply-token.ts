import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** Of a UUID and of its signature. Together 39 letters, so that 24 are left for the name (RFC 5321: 64 in all). */
const ID_BYTES = 16;
const MAC_BYTES = 8;
const LONGEST_NAME = 64;
/** Small letters and digits only: servers may fold case on the way. */
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

/** `name+<token>@domain`, which names the message that an answer to it answers; null where the name is too long. */
export function replyAddress(address: string, messageId: string): string | null {
  const at = address.lastIndexOf("@");
  const local = `${address.slice(0, at)}+${tokenOf(messageId)}`;
  return local.length > LONGEST_NAME ? null : `${local}${address.slice(at)}`;
}

/** The message that one of these addresses names; null when none was made by us. */
export function messageNamedBy(addresses: readonly string[]): string | null {
  for (const address of addresses) {
    const token = /\+([a-z2-7]{39})@/i.exec(address)?.[1];
    const messageId = token && readToken(token.toLowerCase());
    if (messageId) return messageId;
  }
  return null;
}

function tokenOf(messageId: string): string {
  const id = Buffer.from(messageId.replaceAll("-", ""), "hex");
  return base32(Buffer.concat([id, signatureOf(id)]));
}

function readToken(token: string): string | null {
  const bytes = fromBase32(token);
  const id = bytes.subarray(0, ID_BYTES);
  const given = bytes.subarray(ID_BYTES, ID_BYTES + MAC_BYTES);
  if (given.length !== MAC_BYTES || !timingSafeEqual(given, signatureOf(id))) return null;
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const signatureOf = (id: Buffer): Buffer =>
  createHmac("sha256", env.appSecret).update("reply address|").update(id).digest().subarray(0, MAC_BYTES);

/** RFC 4648 section 6, without padding. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
