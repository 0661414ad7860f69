import type { InboxFacts } from "./facts";
import { type InboxLimits, PACE_SPANS } from "./model-inboxes";
import { inboxSlot, mostIn, spanAt } from "./pace";
import type { InboxPace, Place } from "./pace-facts";
import { recipientsAt, recipientsFreeAt } from "./pace-recipients";
import { fractionOf } from "./split";

/** A call is made at most so long after its place, or not at all. */
export const TOLERANCE_MS = 80;
/** What a call may take from the last look at the clock until it leaves the machine. */
const UNDER_WAY_MS = 40;
/** Nobody waits longer for a place in the memory of a worker; whoever would, stands in the queue. */
export const DIRECT_MS = 1_000;
/** The same for a run with a ticket that came too late: it is at the head anyway. */
const TICKET_MS = 5_000;

export const NO_PACE: InboxPace = {
  nextAtMs: null,
  restUntil: null,
  isQueued: false,
  queued: 0,
  pairGapSeconds: null,
  pairAt: null,
  recipients: null,
};

type InboxHold = {
  until: Date;
  span: "second" | "minute" | "hour" | "day" | "warm_up" | "gap" | "recipients" | "rest";
  limit: number;
  used: number;
};

type Ask = {
  now: Date;
  zone: string;
  /** The instant that the queue of this inbox gave to the run. */
  ticketAt: Date | null;
  /** Whether the contact would be one more of the different people of 24 hours. */
  costsRecipient: boolean;
};

type PlaceAnswer = { ok: true; place: Place | null } | { ok: false; hold: InboxHold };

/** The place for one more send by an inbox; null where it has no limits. Or what holds it back, and until when at least. */
export function placeFor(inbox: Pick<InboxFacts, "id" | "limits" | "used" | "pace">, ask: Ask): PlaceAnswer {
  const { limits, pace } = inbox;
  const { now, zone, ticketAt, costsRecipient } = ask;
  if (pace.restUntil && pace.restUntil > now) {
    return { ok: false, hold: { until: pace.restUntil, span: "rest", limit: 0, used: 0 } };
  }
  const isRated = isRatedBy(limits);
  const freeMs = isRated ? Math.max(now.getTime(), pace.nextAtMs ?? 0) : now.getTime();
  const isTicketGood = ticketAt !== null && isRated && ticketAt >= now;
  const at = isTicketGood ? ticketAt : new Date(Math.ceil(freeMs));

  const recipients = pace.recipients && recipientsAt(pace.recipients, now);
  const areRecipientsFull =
    recipients !== null && limits.recipientsPerDay !== null && recipients.used >= limits.recipientsPerDay;
  const full = inboxSlot(inbox, at, zone);
  const holds: InboxHold[] = full ? [full] : [];
  if (areRecipientsFull && costsRecipient) {
    const until = recipientsFreeAt(recipients, now);
    holds.push({ until, span: "recipients", limit: limits.recipientsPerDay ?? 0, used: recipients.used });
  }
  if (isRated && at.getTime() - now.getTime() > (ticketAt ? TICKET_MS : DIRECT_MS))
    holds.push(rateHold(limits, at));
  // Those in the queue wait for people to become free; whoever costs nobody takes no place of theirs.
  const isPassing = areRecipientsFull && !costsRecipient;
  if (holds.length === 0 && pace.isQueued && !ticketAt && !isPassing) holds.push(queueHold(limits, at, zone));
  const hold = holds.reduce<InboxHold | null>(
    (most, one) => (most && most.until >= one.until ? most : one),
    null,
  );
  if (hold) return { ok: false, hold };

  const nextAtMs = isRated
    ? Math.max(pace.nextAtMs ?? 0, distanceMs(inbox, at) + (isTicketGood ? at.getTime() : freeMs))
    : null;
  const ends = PACE_SPANS.flatMap((span) =>
    mostIn(span, limits, at, zone) ? [spanAt(span, at, zone).to.getTime() - 1] : [],
  );
  if (isRated) ends.push(at.getTime() + TOLERANCE_MS);
  return { ok: true, place: ends.length === 0 ? null : { at, by: new Date(Math.min(...ends)), nextAtMs } };
}

/** Whether the inbox's sends keep a distance from each other. */
export const isRatedBy = ({ perSecond, gapSeconds }: InboxLimits): boolean =>
  perSecond !== null || gapSeconds !== null;

/**
 * From one place to the next, in milliseconds. A call leaves between its place p and p + s, where s is the rounding to a
 * whole millisecond, the tolerance and the way out of the machine. All calls of a second that begins at t have places
 * from t - s to t + 1000: at most (1000 + s) / d of them, for any t. That is no more than n for d = (1000 + s) / n.
 * A random gap is new each time, and the same s longer, since the first of two calls may be that late.
 */
export function distanceMs({ id, limits }: Pick<InboxFacts, "id" | "limits">, at: Date): number {
  const slack = 1 + TOLERANCE_MS + UNDER_WAY_MS;
  const second = limits.perSecond === null ? 0 : (1_000 + slack) / limits.perSecond;
  if (limits.gapSeconds === null) return second;
  const { from, to } = limits.gapSeconds;
  const gap = (from + (to - from) * fractionOf(`${id}:${at.getTime()}`)) * 1_000 + slack;
  return Math.max(second, gap);
}

/** How many sends a millisecond has room for in the long run; null where nothing limits them. */
function ratePerMs(limits: InboxLimits, at: Date, zone: string): number | null {
  const rates = PACE_SPANS.flatMap((span) => {
    const most = mostIn(span, limits, at, zone);
    return most ? [most.limit / SPAN_MS[span]] : [];
  });
  if (limits.perSecond !== null)
    rates.push(1 / distanceMs({ id: "", limits: { ...limits, gapSeconds: null } }, at));
  if (limits.gapSeconds !== null) rates.push(1 / ((limits.gapSeconds.from + limits.gapSeconds.to) * 500));
  if (limits.recipientsPerDay !== null) rates.push(limits.recipientsPerDay / SPAN_MS.day);
  return rates.length === 0 ? null : Math.min(...rates);
}

/** About when whoever stands at the end of the queue has a place. */
export function queueEstimate(
  { limits, pace }: Pick<InboxFacts, "limits" | "pace">,
  hold: { until: Date },
  { now, zone }: { now: Date; zone: string },
): Date {
  const rate = ratePerMs(limits, now, zone);
  const afterThem = rate === null ? 0 : now.getTime() + pace.queued / rate;
  const soonest = hold.until > now ? 0 : now.getTime() + SOONEST_MS;
  return new Date(Math.max(hold.until.getTime(), afterThem, soonest));
}

const SOONEST_MS = 1_000;
const SPAN_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

function rateHold({ perSecond, gapSeconds }: InboxLimits, until: Date): InboxHold {
  if (gapSeconds) return { until, span: "gap", limit: gapSeconds.to, used: 1 };
  return { until, span: "second", limit: perSecond ?? 0, used: perSecond ?? 0 };
}

/** Which of its limits a queue is there for: the shortest. */
function queueHold(limits: InboxLimits, at: Date, zone: string): InboxHold {
  if (isRatedBy(limits)) return rateHold(limits, at);
  for (const span of PACE_SPANS) {
    const most = mostIn(span, limits, at, zone);
    if (most) return { until: at, span: most.span, limit: most.limit, used: most.limit };
  }
  return { until: at, span: "rest", limit: 0, used: 0 };
}
