import type { InboxFacts } from "./facts";
import type { ContactLimits } from "./model";
import type { PaceSpan } from "./model-inboxes";
import { PACE_SPANS } from "./model-inboxes";
import { JITTER_MS } from "./sending-hours";
import { fractionOf } from "./split";
import { DAY_MS, MINUTE_MS, startOfDay, toInstantMs, toLocalMs } from "./zone";

/** The limit that holds a send back, what of it is used, and when there is room again. */
export type Hold<Span> = { until: Date; span: Span; limit: number; used: number };

/** How far back a contact's sends must be known. */
export const SENDS_KEPT_MS = 7 * DAY_MS;

/**
 * When the contact may get another message; null when now. Days and weeks are rolling: 24 hours and 7 days.
 * `sends` are those of all sequences within 7 days, oldest first.
 */
export function contactSlot(
  sends: readonly Date[],
  limits: ContactLimits,
  now: Date,
): Hold<"day" | "week" | "gap"> | null {
  const last = sends.at(-1);
  const gap = limits.gapMinutes;
  const afterGap = last && gap !== null ? new Date(last.getTime() + gap * MINUTE_MS) : null;
  return latest([
    rolling("day", DAY_MS, limits.perDay, sends, now),
    rolling("week", 7 * DAY_MS, limits.perWeek, sends, now),
    afterGap && gap !== null && afterGap > now
      ? { until: afterGap, span: "gap" as const, limit: gap, used: 1 }
      : null,
  ]);
}

/**
 * When the inbox has room again; null when now. It counts by the calendar minute, hour and day of the account's
 * zone. What waits is spread over the beginning of the next one, always alike for the same run and moment.
 */
export function inboxSlot(
  { limits, used }: Pick<InboxFacts, "limits" | "used">,
  now: Date,
  zone: string,
  seed: string,
): Hold<PaceSpan> | null {
  const most = { minute: limits.perMinute, hour: limits.perHour, day: limits.perDay };
  const holds = PACE_SPANS.map((span) => {
    const limit = most[span];
    if (limit === null) return null;
    const { from, to } = spanAt(span, now, zone);
    const count = countIn(used[span], from);
    if (count < limit) return null;
    const room = Math.min(JITTER_MS, LENGTH[span]);
    const spread = Math.floor(room * fractionOf(`${seed}:${span}:${to.getTime()}`));
    return { until: new Date(to.getTime() + spread), span, limit, used: count };
  });
  return latest(holds);
}

/** The calendar minute, hour or day of the zone that a moment lies in, as instants; `to` is the next one's first. */
export function spanAt(span: PaceSpan, now: Date, zone: string): { from: Date; to: Date } {
  const nowMs = now.getTime();
  const localMs = toLocalMs(nowMs, zone);
  const begin = span === "day" ? startOfDay(localMs) : Math.floor(localMs / LENGTH[span]) * LENGTH[span];
  const end = begin + LENGTH[span];
  const to = toInstantMs(end, zone);
  // An hour that the clocks show twice is one; where even its end lies behind us, and for minutes, so much is exact.
  if (span === "minute" || to <= nowMs) {
    const offset = localMs - nowMs;
    return { from: new Date(begin - offset), to: new Date(end - offset) };
  }
  return { from: new Date(Math.min(nowMs, toInstantMs(begin, zone))), to: new Date(to) };
}

/** An inbox's counters after one more send. */
export function usedAfterSend(used: InboxFacts["used"], at: Date, zone: string): InboxFacts["used"] {
  const counted = (span: PaceSpan) => {
    const { from } = spanAt(span, at, zone);
    return { from, count: countIn(used[span], from) + 1 };
  };
  return { minute: counted("minute"), hour: counted("hour"), day: counted("day") };
}

/** What both leave. A longer gap is the tighter one. */
export function tighter(a: ContactLimits, b: ContactLimits): ContactLimits {
  return {
    perDay: lesser(a.perDay, b.perDay),
    perWeek: lesser(a.perWeek, b.perWeek),
    gapMinutes: a.gapMinutes === null ? b.gapMinutes : Math.max(a.gapMinutes, b.gapMinutes ?? 0),
  };
}

const LENGTH: Record<PaceSpan, number> = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, day: DAY_MS };

function rolling<Span>(
  span: Span,
  lengthMs: number,
  limit: number | null,
  sends: readonly Date[],
  now: Date,
) {
  if (limit === null) return null;
  const recent = sends.filter((at) => at.getTime() > now.getTime() - lengthMs);
  // There is room as soon as so many have grown old that fewer than the limit are left.
  const blocking = recent[recent.length - limit];
  if (!blocking) return null;
  return { until: new Date(blocking.getTime() + lengthMs), span, limit, used: recent.length };
}

function countIn(used: InboxFacts["used"][PaceSpan], from: Date): number {
  return used && used.from >= from ? used.count : 0;
}

function latest<Span>(holds: (Hold<Span> | null)[]): Hold<Span> | null {
  return holds.reduce((most, one) => (!most || (one && one.until > most.until) ? one : most), null);
}

function lesser(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
