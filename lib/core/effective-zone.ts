import type { ContactFacts } from "./facts";
import type { ModuleSettings } from "./model";
import { zoneOfPhone } from "./phone-zones";
import { isKnownZone } from "./zone";

export const ZONE_SOURCES = ["contact", "phone", "account"] as const;
export type ZoneSource = (typeof ZONE_SOURCES)[number];
export type EffectiveZone = { zone: string; from: ZoneSource };

/** The zone that waits and sending hours of a contact count in, and where it was taken from. */
export function effectiveZone(
  contact: Pick<ContactFacts, "timeZone" | "phone">,
  settings: Pick<ModuleSettings, "useContactZone" | "timeZone">,
): EffectiveZone {
  if (settings.useContactZone) {
    if (contact.timeZone && isKnownZone(contact.timeZone)) return { zone: contact.timeZone, from: "contact" };
    const zone = contact.phone && zoneOfPhone(contact.phone);
    // Older zone data may lack a zone of the table.
    if (zone && isKnownZone(zone)) return { zone, from: "phone" };
  }
  return { zone: accountZone(settings), from: "account" };
}

/** The zone in which an account's own days begin and end. */
export function accountZone({ timeZone }: Pick<ModuleSettings, "timeZone">): string {
  return isKnownZone(timeZone) ? timeZone : "UTC";
}

/** As a decision tells which zone it counted in and why. */
export function zoneData({ zone, from }: EffectiveZone): { zone: string; zoneFrom: ZoneSource } {
  return { zone, zoneFrom: from };
}
