import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * The key travels to it: plain http is taken in closed networks alone, where this installation allows them. Throws
 * `invalid` with the field.
 */
export function checkAddress(baseUrl: string): void {
  const url = new URL(baseUrl);
  const isPlain = url.protocol === "http:" && !env.mayCallPrivate;
  const key = isPlain ? "maestro_address_plain" : "maestro_address_parts";
  if (isPlain || url.username || url.password || url.search || url.hash) {
    throw new AppError("invalid", key, { fields: { baseUrl: key } });
  }
}

/** Whether a key for one of the addresses may go to the other. */
export const sameServer = (one: string, other: string): boolean =>
  new URL(one).origin === new URL(other).origin;
