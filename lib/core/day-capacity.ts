import type { SendingHours } from "./model";
import type { InboxLimits } from "./model-inboxes";
import { mostIn } from "./pace";
import { openMsOn } from "./sending-hours";
import type { Holidays } from "./wait";
import { DAY_MS, startOfDay, toInstantMs, toLocalMs } from "./zone";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

type Days = {
  now: Date;
  zone: string;
  hours: SendingHours;
  holidays: Holidays;
  /** From today on. */
  days: number;
};

type Sender = {
  limits: InboxLimits;
  /** What it has sent today already, as its counters have it. */
  usedToday: number;
};

/**
 * How much an inbox may still send today and on each of the days after it, by its daily limit or warm-up plan and by what
 * its pace lets through while sending is allowed; Infinity where nothing limits it, 0 on a day that is closed.
 */
export function capacitiesOf(
  { limits, usedToday }: Sender,
  { now, zone, days, ...calendar }: Days,
): number[] {
  const localNow = toLocalMs(now.getTime(), zone);
  return Array.from({ length: days }, (_, n) => {
    const day = startOfDay(localNow) + n * DAY_MS;
    const openMs = openMsOn(day, n === 0 ? localNow : day, calendar);
    if (openMs === 0) return 0;
    // Noon is on that day whatever the clocks do.
    const noon = new Date(toInstantMs(day + DAY_MS / 2, zone));
    const perDay = mostIn("day", limits, noon, zone)?.limit ?? Number.POSITIVE_INFINITY;
    const used = n === 0 ? usedToday : 0;
    return Math.max(0, Math.min(perDay - used, Math.floor(throughput(limits, openMs))));
  });
}

/** How many leave in so much time, one after the other. */
function throughput(limits: InboxLimits, openMs: number): number {
  const { perSecond, perMinute, perHour, gapSeconds, recipientsPerDay } = limits;
  const rates = [
    perSecond === null ? null : (perSecond * openMs) / SECOND_MS,
    perMinute === null ? null : (perMinute * openMs) / MINUTE_MS,
    perHour === null ? null : (perHour * openMs) / HOUR_MS,
    gapSeconds === null ? null : openMs / (((gapSeconds.from + gapSeconds.to) / 2) * SECOND_MS),
    // Of different people; who has an open window costs nobody, so this is the least.
    recipientsPerDay,
  ].filter((rate) => rate !== null);
  return Math.min(Number.POSITIVE_INFINITY, ...rates);
}
