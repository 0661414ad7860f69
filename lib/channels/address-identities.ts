import type { Channel, IdentityKind } from "@/lib/core/model";

export type Identity = { kind: IdentityKind; value: string };

/** Who writes from an address of this channel, or nobody when it is not one. Phones come with or without the plus. */
export function identitiesOfAddress(channel: Channel, address: string): Identity[] {
  if (channel === "email") {
    const value = address.trim().toLowerCase();
    return /^[^\s@]+@[^\s@]+$/.test(value) ? [{ kind: "email", value }] : [];
  }
  const digits = address.replace(/[\s().+-]/g, "");
  if (!/^[1-9]\d{6,14}$/.test(digits)) return [];
  const phone: Identity = { kind: "phone", value: `+${digits}` };
  return channel === "sms" ? [phone] : [{ kind: "whatsapp", value: digits }, phone];
}
