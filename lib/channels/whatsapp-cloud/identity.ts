import type { IdentityKind } from "@/lib/core/model";

/** A business-scoped user id such as `US.13491208655302741918`; stands in for the number where Meta hides it. */
export const isBusinessScopedId = (value: string): boolean => /^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/.test(value);

/** Identities of a sender: WhatsApp id and phone, and the business-scoped id where it is known. */
export function identitiesOf(
  waIds: (string | undefined)[],
  userId: string | undefined,
): { kind: IdentityKind; value: string }[] {
  const numbers = [...new Set(waIds.map((id) => id?.replace(/\D/g, "")).filter((id): id is string => !!id))];
  return [
    ...numbers.map((value) => ({ kind: "whatsapp" as const, value })),
    ...numbers.map((value) => ({ kind: "phone" as const, value: `+${value}` })),
    ...(userId ? [{ kind: "whatsapp" as const, value: userId }] : []),
  ];
}

/**
 * All digits-only forms under which WhatsApp may know a number, the given one first: Brazilian mobiles with and
 * without the ninth digit, Mexican ones with and without the 1. Meta's answer and its webhooks may use either.
 */
export function whatsappVariants(waId: string): string[] {
  if (isBusinessScopedId(waId)) return [waId];
  const digits = waId.replace(/\D/g, "");
  const other = brazilian(digits) ?? mexican(digits);
  return other ? [digits, other] : [digits];
}

function brazilian(digits: string): string | null {
  // Eight digits from 6 up were mobiles before the ninth came; below are landlines, which never got one.
  const withNinth = /^(55[1-9]\d)9([6-9]\d{7})$/.exec(digits);
  if (withNinth) return `${withNinth[1]}${withNinth[2]}`;
  const without = /^(55[1-9]\d)([6-9]\d{7})$/.exec(digits);
  return without ? `${without[1]}9${without[2]}` : null;
}

function mexican(digits: string): string | null {
  const withOne = /^521(\d{10})$/.exec(digits);
  if (withOne) return `52${withOne[1]}`;
  const without = /^52(\d{10})$/.exec(digits);
  return without ? `521${without[1]}` : null;
}
