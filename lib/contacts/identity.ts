import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import * as z from "zod";
import type { IdentityKind } from "@/lib/core/model";

export type Identity = { kind: IdentityKind; value: string };

/**
 * E.164 (`+5511987654321`), or null when the text is no valid number. Without a `+` or an international prefix the
 * number is read as one of `country` (ISO 3166, two letters).
 */
export function normalizePhone(text: string, country: string): string | null {
  const defaultCountry: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(text.trim(), { defaultCountry, extract: false });
  return parsed?.isValid() ? parsed.number : null;
}

const emailSchema = z.email().max(254);

/** Lower case without surrounding blanks, or null when it is no address. */
export function normalizeEmail(text: string): string | null {
  const parsed = emailSchema.safeParse(text.trim().toLowerCase());
  return parsed.success ? parsed.data : null;
}

/** The WhatsApp id that belongs to an E.164 number: its digits. */
export const whatsappIdOf = (phone: string): string => phone.replace(/\D/g, "");

/** Every identity that a contact with these normalised addresses has. */
export function identitiesOf(addresses: { phone: string | null; email: string | null }): Identity[] {
  const identities: Identity[] = [];
  if (addresses.phone) {
    identities.push({ kind: "phone", value: addresses.phone });
    identities.push({ kind: "whatsapp", value: whatsappIdOf(addresses.phone) });
  }
  if (addresses.email) identities.push({ kind: "email", value: addresses.email });
  return identities;
}
