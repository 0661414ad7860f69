import type { InboxFacts } from "./facts";
import { type InboxLimits, PACE_SPANS, type PaceSpan } from "./model-inboxes";
import { fullSpans, mostIn, usedAfterSend } from "./pace";
import { distanceMs, isRatedBy } from "./pace-place";
import { recipientsAt, recipientsFreeAt } from "./pace-recipients";
import { JITTER_MS } from "./sending-hours";

/** Between two turns of a queue that moves. */
export const TURN_MS = 800;
/** A run that is given a place has so long to wake up and decide. */
const LEAD_MS = 400;
/** How far ahead places are given: so far that a late turn leaves none unused, and few workers' hands wait. */
const HORIZON_MS = 1_600;
/** At a time, where nothing but an hour or a day limits the inbox. */
const MOST_A_TURN = 500;
const MOST_OUTSTANDING = 1_000;

type Ask = {
  now: Date;
  zone: string;
  /** Instants that were given to runs which have not used them yet. */
  outstanding: readonly Date[];
};

/** A place to give away; `nextAtMs` is the inbox's next one if this is the last that is given. */
export type FreePlace = { at: Date; nextAtMs: number | null };

/** The places that an inbox has to give in the moments ahead, and when it is worth looking again if all are taken. */
export function freePlaces(
  inbox: Pick<InboxFacts, "id" | "limits" | "used" | "pace">,
  { now, zone, outstanding }: Ask,
): { places: FreePlace[]; againAt: Date } {
  const { limits, pace } = inbox;
  const places: FreePlace[] = [];
  const again = (at: Date | number) => ({ places, againAt: new Date(at) });
  const inATurn = (at: Date | number) => again(Math.max(now.getTime() + TURN_MS, Number(at)));
  if (pace.restUntil && pace.restUntil > now) return again(pace.restUntil);
  let used = inbox.used;
  for (const at of outstanding) used = usedAfterSend(used, at, zone);
  const isRated = isRatedBy(limits);
  const people = pace.recipients && recipientsAt(pace.recipients, now);
  const stepMs = isRated ? 0 : gentleStepMs(limits, now, zone);
  let placeMs = isRated ? Math.max(now.getTime() + LEAD_MS, pace.nextAtMs ?? 0) : now.getTime();
  const aTurn = stepMs > 0 ? Math.max(1, Math.floor(TURN_MS / stepMs)) : MOST_A_TURN;
  const most = Math.min(aTurn, MOST_A_TURN, MOST_OUTSTANDING - outstanding.length);
  while (places.length < most) {
    if (placeMs > now.getTime() + HORIZON_MS) return inATurn(placeMs - (HORIZON_MS - TURN_MS));
    const at = new Date(Math.ceil(placeMs));
    const full = fullSpans({ limits, used }, at, zone);
    if (full.length > 0) {
      const until = Math.max(...full.map((one) => one.until.getTime()));
      if (!isRated) return again(until);
      // The next minute's first place is given before it begins, so that it can be used on time.
      placeMs = until;
      if (until > now.getTime() + HORIZON_MS) return again(until - LEAD_MS);
      continue;
    }
    if (people && limits.recipientsPerDay !== null) {
      // Whoever waits may be one more; who is not gives the place back.
      const taken = people.used + outstanding.length + places.length;
      if (taken >= limits.recipientsPerDay) return inATurn(recipientsFreeAt(people, now));
    }
    if (isRated) placeMs += distanceMs(inbox, at);
    places.push({ at, nextAtMs: isRated ? placeMs : null });
    used = usedAfterSend(used, at, zone);
  }
  return inATurn(now.getTime() + stepMs);
}

/**
 * Where nothing but a minute, hour or day limits an inbox, its queue is spread over the beginning of the next one: a
 * thousand people do not get the full hour.
 */
function gentleStepMs(limits: InboxLimits, now: Date, zone: string): number {
  const steps = PACE_SPANS.flatMap((span) => {
    const most = mostIn(span, limits, now, zone);
    return most ? [Math.min(JITTER_MS, QUARTER_MS[span]) / most.limit] : [];
  });
  return Math.max(0, ...steps);
}

const QUARTER_MS: Record<PaceSpan, number> = { minute: 15_000, hour: 900_000, day: 21_600_000 };
