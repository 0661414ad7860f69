import type { InboxFacts } from "./facts";
import type { ContactLimits } from "./model";
import type { InboxLimits, PaceSpan } from "./model-inboxes";
import { PACE_SPANS } from "./model-inboxes";
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

/** `limit` of a warm-up is that of its day. */
type SpanHold = Hold<PaceSpan | "warm_up">;

/**
 * When the inbox has room again; null when now. It counts by the calendar minute, hour and day of the account's zone.
 * What waits is spread by the inbox's queue.
 */
export function inboxSlot(
  inbox: Pick<InboxFacts, "limits" | "used">,
  now: Date,
  zone: string,
): SpanHold | null {
  const [hold = null] = fullSpans(inbox, now, zone).sort((a, b) => b.until.getTime() - a.until.getTime());
  if (!hold) return null;
  const { of: _, ...said } = hold;
  return said;
}

/** The calendar spans that have no room at this moment, until their very ends. */
export function fullSpans(
  { limits, used }: Pick<InboxFacts, "limits" | "used">,
  at: Date,
  zone: string,
): (SpanHold & { of: PaceSpan })[] {
  return PACE_SPANS.flatMap((of) => {
    const most = mostIn(of, limits, at, zone);
    if (most === null) return [];
    const { from, to } = spanAt(of, at, zone);
    const count = countIn(used[of], from);
    return count < most.limit ? [] : [{ of, until: to, ...most, used: count }];
  });
}

/** How many may go in the minute, hour or day that a moment lies in; null when nothing limits it. */
export function mostIn(
  span: PaceSpan,
  limits: InboxLimits,
  at: Date,
  zone: string,
): { span: PaceSpan | "warm_up"; limit: number } | null {
  const limit = { minute: limits.perMinute, hour: limits.perHour, day: limits.perDay }[span];
  const warmUp = span === "day" ? warmUpOn(limits, at, zone) : null;
  if (warmUp !== null && (limit === null || warmUp <= limit)) return { span: "warm_up", limit: warmUp };
  return limit === null ? null : { span, limit };
}

/** What the warm-up plan allows on the day of a moment; null when it is over or there is none. Before it, its first day counts. */
function warmUpOn({ warmUp }: InboxLimits, at: Date, zone: string): number | null {
  if (!warmUp) return null;
  const day = startOfDay(toLocalMs(at.getTime(), zone));
  const days = Math.round((day - Date.parse(`${warmUp.startsOn}T00:00:00Z`)) / DAY_MS);
  return warmUp.perDay[Math.max(0, days)] ?? null;
}

/** The calendar minute, hour or day of the zone that a moment lies in, as instants; `to` is the next one's first. */
export function spanAt(span: PaceSpan, now: Date, zone: string): { from: Date; to: Date } {
  const nowMs = now.getTime();
  const key = `${span} ${zone}`;
  const known = lastSpans.get(key);
  if (known && known.from.getTime() <= nowMs && nowMs < known.to.getTime()) return known;
  const found = findSpan(span, nowMs, zone);
  // One of another length begins or ends where the clocks change, and is found anew each time.
  if (found.to.getTime() - found.from.getTime() === LENGTH[span]) lastSpans.set(key, found);
  return found;
}

/** Whoever asks for a span asks for the same one thousands of times. */
const lastSpans = new Map<string, { from: Date; to: Date }>();

function findSpan(span: PaceSpan, nowMs: number, zone: string): { from: Date; to: Date } {
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
    const known = used[span];
    // One that comes late must not take the count back to a span that is over.
    return { from: known && known.from > from ? known.from : from, count: countIn(known, from) + 1 };
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

export function lesser(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
