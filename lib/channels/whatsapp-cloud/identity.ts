import type { IdentityKind } from "@/lib/core/model";

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
