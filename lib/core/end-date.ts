import { DAY_MS, startOfDay, toInstantMs } from "./zone";

/** The first moment after the sequence's last day, in the account's zone; null when it has none. */
export function overAt(endsOn: string | null, zone: string): Date | null {
  const day = Date.parse(`${endsOn}T00:00:00Z`);
  return Number.isNaN(day) ? null : new Date(toInstantMs(startOfDay(day) + DAY_MS, zone));
}
