import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InboxFacts } from "./facts";
import { type InboxLimits, NO_INBOX_LIMITS } from "./model-inboxes";
import { mostIn } from "./pace";
import { DIRECT_MS, NO_PACE, placeFor, TOLERANCE_MS } from "./pace-place";
import { freePlaces } from "./pace-tickets";
import { ago, ahead, NOW } from "./test-facts";

const ZONE = "America/Sao_Paulo";
const NOTHING_USED: InboxFacts["used"] = { minute: null, hour: null, day: null };
const anInbox = (limits: Partial<InboxLimits>, pace: Partial<InboxFacts["pace"]> = {}) => ({
  ...{ id: "inbox", limits: { ...NO_INBOX_LIMITS, ...limits }, pace: { ...NO_PACE, ...pace } },
  used: NOTHING_USED,
});
const ask = (over: Partial<Parameters<typeof placeFor>[1]> = {}) => ({
  ...{ now: NOW, zone: ZONE, ticketAt: null, costsRecipient: true, ...over },
});
const inMs = (ms: number) => new Date(NOW.getTime() + ms);
/** The most of these that lie in any span of this length. */
const mostWithin = (times: number[], ms: number) =>
  Math.max(...times.map((from, i) => times.slice(i).filter((at) => at < from + ms).length));

describe("the places of an inbox", () => {
  it("keep any rolling second below its limit, however late in its place each call is", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.array(fc.record({ waits: fc.nat(300), late: fc.nat(TOLERANCE_MS) }), {
          minLength: 250,
          maxLength: 400,
        }),
        (perSecond, arrivals) => {
          let inbox = anInbox({ perSecond });
          let now = NOW;
          const calls: number[] = [];
          for (const { waits, late } of arrivals) {
            // Bursts, and pauses between them.
            if (waits > 250) now = new Date(now.getTime() + waits);
            const answer = placeFor(inbox, ask({ now }));
            if (!answer.ok) {
              now = new Date(now.getTime() + DIRECT_MS / 2);
              continue;
            }
            const { place } = answer;
            expect(place?.at.getTime()).toBeLessThanOrEqual(now.getTime() + DIRECT_MS);
            calls.push((place?.at.getTime() ?? 0) + late);
            inbox = anInbox({ perSecond }, { nextAtMs: place?.nextAtMs ?? null });
          }
          calls.sort((a, b) => a - b);
          expect(mostWithin(calls, 1_000)).toBeLessThanOrEqual(perSecond);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("are random gaps apart, each a new length, and never shorter than the shortest", () => {
    const limits = { gapSeconds: { from: 20, to: 60 } };
    let nextAtMs: number | null = null;
    const times: number[] = [];
    for (let n = 0; n < 200; n++) {
      const now = new Date(Math.ceil(nextAtMs ?? NOW.getTime()));
      const answer = placeFor(anInbox(limits, { nextAtMs }), ask({ now }));
      if (!answer.ok || !answer.place) throw new Error("no place");
      times.push(answer.place.at.getTime());
      nextAtMs = answer.place.nextAtMs;
    }
    const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20_000 + TOLERANCE_MS);
    expect(Math.max(...gaps)).toBeLessThan(60_500);
    expect(new Set(gaps).size).toBeGreaterThan(150);
  });

  it.each<[string, ReturnType<typeof anInbox>, Partial<Parameters<typeof placeFor>[1]>, object]>([
    ["nothing for an inbox without limits", anInbox({}), {}, { ok: true, place: null }],
    [
      "the next free one",
      anInbox({ perSecond: 1 }, { nextAtMs: inMs(900).getTime() }),
      {},
      { place: { at: inMs(900) } },
    ],
    [
      "none that is too far ahead",
      anInbox({ perSecond: 1 }, { nextAtMs: inMs(1_001).getTime() }),
      {},
      { hold: { span: "second" } },
    ],
    [
      "the ticket's",
      anInbox({ perSecond: 1 }, { nextAtMs: ahead(1).getTime(), isQueued: true }),
      { ticketAt: inMs(700) },
      { place: { at: inMs(700), by: inMs(700 + TOLERANCE_MS), nextAtMs: ahead(1).getTime() } },
    ],
    [
      "another for a ticket that came too late",
      anInbox({ perSecond: 1 }, { nextAtMs: inMs(3_000).getTime(), isQueued: true }),
      { ticketAt: inMs(-1) },
      { place: { at: inMs(3_000) } },
    ],
    [
      "none before those in the queue",
      anInbox({ perSecond: 9 }, { isQueued: true }),
      {},
      { hold: { span: "second", limit: 9 } },
    ],
    [
      "none while the provider wants silence",
      anInbox({}, { restUntil: ahead(2) }),
      {},
      { hold: { span: "rest", until: ahead(2) } },
    ],
    [
      "the first days' of a new sender",
      {
        ...anInbox({ perDay: 500, warmUp: { startsOn: "2026-11-17", perDay: [10, 20] } }),
        used: { minute: null, hour: null, day: { from: new Date("2026-11-18T03:00:00Z"), count: 20 } },
      },
      {},
      { hold: { span: "warm_up", limit: 20, until: new Date("2026-11-19T03:00:00Z") } },
    ],
    [
      "none for one more person of too many",
      anInbox(
        { recipientsPerDay: 5 },
        { recipients: { scope: "x", used: 5, oldest: ago(60), isCounted: false } },
      ),
      {},
      { hold: { span: "recipients", until: ahead(1_440 - 59) } },
    ],
    [
      "one for somebody who is counted, past those who wait",
      anInbox(
        { recipientsPerDay: 5 },
        { isQueued: true, recipients: { scope: "x", used: 5, oldest: ago(60), isCounted: true } },
      ),
      { costsRecipient: false },
      { ok: true },
    ],
  ])("give %s", (_, inbox, over, expected) => {
    expect(placeFor(inbox, ask(over))).toMatchObject(expected);
  });

  it("end with the minute that they are counted in", () => {
    const now = new Date("2026-11-18T15:00:59.990Z");
    expect(placeFor(anInbox({ perSecond: 5, perMinute: 9 }), ask({ now }))).toMatchObject({
      place: { at: now, by: new Date("2026-11-18T15:00:59.999Z") },
    });
  });

  it("grow with the days of a warm-up, and are the ordinary ones before the plan is known and after it", () => {
    const limits = { ...NO_INBOX_LIMITS, perDay: 500, warmUp: { startsOn: "2026-11-17", perDay: [10, 20] } };
    const on = (day: string) => mostIn("day", limits, new Date(`${day}T15:00:00Z`), ZONE);
    expect(["2026-11-10", "2026-11-17", "2026-11-18", "2026-11-19"].map((day) => on(day)?.limit)).toEqual([
      10, 10, 20, 500,
    ]);
  });
});

describe("the places that are given to a queue", () => {
  const free = (inbox: ReturnType<typeof anInbox>, outstanding: Date[] = []) =>
    freePlaces(inbox, { now: NOW, zone: ZONE, outstanding });

  it("are all of the moments ahead, at the inbox's own rate", () => {
    const { places, againAt } = free(anInbox({ perSecond: 10 }));
    const times = places.map(({ at }) => at.getTime());
    expect(places.length).toBeGreaterThan(9);
    expect(mostWithin(times, 1_000 + TOLERANCE_MS)).toBeLessThanOrEqual(10);
    expect(againAt.getTime() - NOW.getTime()).toBeGreaterThanOrEqual(800);
    expect(againAt < (places.at(-1)?.at ?? NOW)).toBe(true);
  });

  it("leave room for tickets that are out", () => {
    const limits = { perSecond: 50, perMinute: 12 };
    expect(free(anInbox(limits)).places).toHaveLength(12);
    expect(free(anInbox(limits), [inMs(100), inMs(200)]).places).toHaveLength(10);
    expect(
      free(
        anInbox(
          { recipientsPerDay: 4 },
          { recipients: { scope: "x", used: 1, oldest: ago(1), isCounted: false } },
        ),
        [NOW],
      ).places,
    ).toHaveLength(2);
  });

  it("are spread over the beginning of an hour, and end with its limit", () => {
    const { places, againAt } = free(anInbox({ perHour: 100 }));
    expect(places).toHaveLength(1);
    expect(againAt).toEqual(inMs(9_000));
    const full = {
      ...anInbox({ perHour: 5 }),
      used: { minute: null, hour: { from: NOW, count: 5 }, day: null },
    };
    expect(free(full)).toEqual({ places: [], againAt: ahead(60) });
  });

  it("go on with the next minute a moment before it begins, and look again when a full one ends", () => {
    const now = new Date("2026-11-18T15:00:59.500Z");
    const used = { minute: { from: NOW, count: 5 }, hour: null, day: null };
    const at = (limits: Partial<InboxLimits>) =>
      freePlaces({ ...anInbox(limits), used }, { now, zone: ZONE, outstanding: [] });
    expect(at({ perSecond: 1, perMinute: 5 }).places[0]?.at).toEqual(ahead(1));
    expect(at({ perMinute: 5 })).toEqual({ places: [], againAt: ahead(1) });
  });

  it("are none while the provider wants silence", () => {
    expect(free(anInbox({ perSecond: 5 }, { restUntil: ahead(3) }))).toEqual({
      places: [],
      againAt: ahead(3),
    });
  });
});
