import { createHash, timingSafeEqual } from "node:crypto";

/** Compares in constant time; the digests make the lengths equal. */
export function isSameText(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
