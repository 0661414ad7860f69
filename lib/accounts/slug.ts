/** Names of pages and folders that stand where an account's slug would. */
const RESERVED = new Set([
  "api",
  "embed",
  "sign-in",
  "sign-up",
  "new-account",
  "public",
  "static",
  "unsubscribe",
  "u",
]);

const MAX_LENGTH = 48;

/** The account's part of the address: "Clínica São José" becomes "clinica-sao-jose". */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_LENGTH)
    .replace(/^-|-$/g, "");
  return plain === "" || RESERVED.has(plain) ? "account" : plain;
}
