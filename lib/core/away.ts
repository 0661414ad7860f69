import { effectiveZone, zoneData } from "./effective-zone";
import type { Because, Facts } from "./facts";
import { nextOpening } from "./sending-hours";
import { runSeed } from "./split";
import { DAY_MS, MINUTE_MS, toInstantMs } from "./zone";

/** A notice that names a day further ahead is no absence; the run goes on by its own rules. */
const LONGEST_ABSENCE_MS = 366 * DAY_MS;

/**
 * Until when a run rests whose contact is away and back on a day (ISO): the first opening of the run's sending hours on
 * that day or after it, in the effective zone. Null for a day that has begun, or that is too far away.
 */
export function restUntil(
  returnOn: string,
  { contact, settings, sequence }: Pick<Facts, "contact" | "settings" | "sequence">,
  now: Date,
): { until: Date; data: Because["data"] } | null {
  const effective = effectiveZone(contact, settings);
  const midnight = toInstantMs(Date.parse(returnOn), effective.zone);
  if (!(midnight > now.getTime()) || midnight - now.getTime() > LONGEST_ABSENCE_MS) return null;
  const calendar = {
    hours: settings.sendingHours,
    narrower: sequence.snapshot.sendingHours,
    zone: effective.zone,
    holidays: settings.holidays,
  };
  const seed = runSeed({ sequenceId: sequence.id, contactId: contact.id });
  // Hours that begin at midnight open then, so the look is from just before.
  const opening = nextOpening(new Date(midnight - MINUTE_MS), calendar, seed);
  const until = opening.ok ? opening.at : new Date(midnight);
  return { until, data: { returnOn, ...zoneData(effective) } };
}
