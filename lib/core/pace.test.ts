import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ContactLimits, NO_CONTACT_LIMITS } from "./model";
import { NO_INBOX_LIMITS, PACE_SPANS } from "./model-inboxes";
import { contactSlot, inboxSlot, spanAt, tighter, usedAfterSend } from "./pace";
import { ago, ahead, NOW } from "./test-facts";

const HOUR = 60;
const DAY = 1_440;
const ZONE = "America/Sao_Paulo";
const contact = (changes: Partial<ContactLimits>): ContactLimits => ({ ...NO_CONTACT_LIMITS, ...changes });
const none = { minute: null, hour: null, day: null };

describe("a contact has room", () => {
  it.each<[string, Date[], Partial<ContactLimits>, Date | null, string | null]>([
    ["without limits", [ago(1), ago(0)], {}, null, null],
    ["below the day's limit", [ago(30 * HOUR), ago(60)], { perDay: 2 }, null, null],
    [
      "when the oldest of the day is 24 hours old",
      [ago(20 * HOUR), ago(60)],
      { perDay: 2 },
      ahead(4 * HOUR),
      "day",
    ],
    [
      "when enough of too many are old",
      [ago(20 * HOUR), ago(9 * HOUR), ago(60)],
      { perDay: 1 },
      ahead(23 * HOUR),
      "day",
    ],
    ["at the very moment when one grows old", [ago(DAY)], { perDay: 1 }, null, null],
    ["when a week is over", [ago(6 * DAY), ago(2 * DAY)], { perWeek: 2 }, ahead(DAY), "week"],
    ["after the gap", [ago(10)], { gapMinutes: 45 }, ahead(35), "gap"],
    ["at the end of the gap", [ago(45)], { gapMinutes: 45 }, null, null],
    [
      "when the latest of several limits is over",
      [ago(10)],
      { gapMinutes: 45, perDay: 1 },
      ahead(DAY - 10),
      "day",
    ],
  ])("%s", (_, sends, limits, until, span) => {
    const hold = contactSlot(sends, contact(limits), NOW);
    expect(hold?.until ?? null).toEqual(until);
    expect(hold?.span ?? null).toBe(span);
  });

  it("and the hold says what was seen", () => {
    expect(contactSlot([ago(20), ago(10)], contact({ perDay: 1 }), NOW)).toMatchObject({ limit: 1, used: 2 });
  });
});

describe("an inbox has room", () => {
  const at = (from: string, count: number) => ({ from: new Date(from), count });
  it.each<[string, Partial<typeof NO_INBOX_LIMITS>, object, string | null]>([
    ["without limits", {}, { minute: at("2026-11-18T15:00:00Z", 99) }, null],
    ["below its limit", { perMinute: 5 }, { minute: at("2026-11-18T15:00:00Z", 4) }, null],
    [
      "in the next minute",
      { perMinute: 5 },
      { minute: at("2026-11-18T15:00:00Z", 5) },
      "2026-11-18T15:01:00Z",
    ],
    ["when the counted minute is over", { perMinute: 5 }, { minute: at("2026-11-18T14:59:00Z", 5) }, null],
    ["in the next hour", { perHour: 5 }, { hour: at("2026-11-18T15:00:00Z", 5) }, "2026-11-18T16:00:00Z"],
    [
      "on the account's next day",
      { perDay: 5 },
      { day: at("2026-11-18T03:00:00Z", 7) },
      "2026-11-19T03:00:00Z",
    ],
    [
      "when the longest of several is over",
      { perMinute: 1, perDay: 5 },
      { minute: at("2026-11-18T15:00:00Z", 1), day: at("2026-11-18T03:00:00Z", 5) },
      "2026-11-19T03:00:00Z",
    ],
  ])("%s", (_, limits, used, from) => {
    const inbox = { limits: { ...NO_INBOX_LIMITS, ...limits }, used: { ...none, ...used } };
    expect(inboxSlot(inbox, NOW, ZONE)?.until ?? null).toEqual(from && new Date(from));
  });
});

it("sends are counted in their minute, hour and day", () => {
  const first = usedAfterSend(none, new Date("2026-11-18T15:59:30Z"), ZONE);
  const second = usedAfterSend(first, new Date("2026-11-18T15:59:59Z"), ZONE);
  const third = usedAfterSend(second, new Date("2026-11-18T16:00:00Z"), ZONE);
  expect(second).toMatchObject({ minute: { count: 2 }, hour: { count: 2 }, day: { count: 2 } });
  expect(third).toMatchObject({ minute: { count: 1 }, hour: { count: 1 }, day: { count: 3 } });
});

describe("a calendar hour and day", () => {
  it.each([
    ["hour", "2026-11-18T15:30:00Z", "Asia/Kathmandu", "2026-11-18T15:15:00Z", "2026-11-18T16:15:00Z"],
    ["day", "2026-03-29T12:00:00Z", "Europe/Lisbon", "2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z"],
    ["day", "2018-11-04T12:00:00Z", "America/Sao_Paulo", "2018-11-04T03:00:00Z", "2018-11-05T02:00:00Z"],
    // The hour from 1 to 2 is shown twice and counts once.
    ["hour", "2026-11-01T05:30:00Z", "America/New_York", "2026-11-01T05:00:00Z", "2026-11-01T07:00:00Z"],
    ["hour", "2026-11-01T06:30:00Z", "America/New_York", "2026-11-01T05:00:00Z", "2026-11-01T07:00:00Z"],
    ["minute", "2026-11-01T06:30:10Z", "America/New_York", "2026-11-01T06:30:00Z", "2026-11-01T06:31:00Z"],
  ] as const)("%s of %s in %s", (span, now, zone, from, to) => {
    expect(spanAt(span, new Date(now), zone)).toEqual({ from: new Date(from), to: new Date(to) });
  });

  it("always has the moment in it, in any zone", () => {
    const zones = ["Australia/Lord_Howe", "America/Havana", "Antarctica/Troll", "Asia/Gaza", "Pacific/Apia"];
    fc.assert(
      fc.property(
        fc.constantFrom(...PACE_SPANS),
        fc.date({ min: new Date("2010-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (span, now, zone) => {
          const { from, to } = spanAt(span, now, zone);
          expect(from <= now && now < to).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

it("of two sets of limits the tighter counts", () => {
  const account = { perDay: 3, perWeek: null, gapMinutes: 60 };
  expect(tighter(account, { perDay: 5, perWeek: 4, gapMinutes: 90 })).toEqual({
    perDay: 3,
    perWeek: 4,
    gapMinutes: 90,
  });
  expect(tighter(account, NO_CONTACT_LIMITS)).toEqual(account);
  expect(tighter(NO_CONTACT_LIMITS, account)).toEqual(account);
});
