import { describe, expect, it } from "vitest";
import { DEFAULT_NOTIFICATION_PREFERENCES, type NotificationPreferences } from "@/lib/core/model-maestro";
import { isShownFor } from "@/lib/core/notification-wishes";
import { mailAtFor, nextDigestAt } from "./notify-wish";

const at = (instant: string) => new Date(instant);

describe("the next digest", () => {
  it.each([
    // zone, digest, now, next
    ["America/Sao_Paulo", "08:00", "2026-03-10T10:59:59Z", "2026-03-10T11:00:00Z"],
    ["America/Sao_Paulo", "08:00", "2026-03-10T11:00:00Z", "2026-03-11T11:00:00Z"],
    ["Asia/Kathmandu", "08:00", "2026-03-10T03:00:00Z", "2026-03-11T02:15:00Z"],
    ["Pacific/Kiritimati", "00:00", "2026-03-10T09:59:00Z", "2026-03-10T10:00:00Z"],
    // The day before and of the change: the hour on the wall stays, the instant moves.
    ["Europe/Lisbon", "08:00", "2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z"],
    ["Europe/Lisbon", "08:00", "2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z"],
    // An hour that the clocks skip comes as much later; one that comes twice is mailed the first time only.
    ["Europe/Lisbon", "01:00", "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z"],
    ["America/New_York", "02:00", "2026-03-08T06:00:00Z", "2026-03-08T07:00:00Z"],
    ["Europe/Lisbon", "01:00", "2026-10-24T23:30:00Z", "2026-10-25T00:00:00Z"],
    ["Europe/Lisbon", "01:00", "2026-10-25T00:30:00Z", "2026-10-26T01:00:00Z"],
    ["America/Sao_Paulo", "00:00", "2018-11-03T12:00:00Z", "2018-11-04T03:00:00Z"],
  ])("in %s at %s, after %s, is %s", (timeZone, digestAt, now, next) => {
    expect(nextDigestAt(digestAt, { timeZone, now: at(now) })).toEqual(at(next));
  });

  it("lies ahead, by no more than the longest day, at every hour of a year of changes", () => {
    for (const timeZone of [
      "Europe/Lisbon",
      "Australia/Lord_Howe",
      "Africa/Casablanca",
      "America/New_York",
    ]) {
      for (let hour = 0; hour < 366 * 24; hour++) {
        const now = new Date(Date.UTC(2026, 0, 1, hour, 17));
        const next = nextDigestAt(`${String(hour % 24).padStart(2, "0")}:00`, { timeZone, now });
        const aheadMs = next.getTime() - now.getTime();
        expect(aheadMs > 0 && aheadMs <= 25 * 3_600_000, `${timeZone} ${now.toISOString()}`).toBe(true);
      }
    }
  });
});

describe("wishes", () => {
  const asking = {
    kind: "draft_waiting" as const,
    timeZone: "America/Sao_Paulo",
    now: at("2026-03-10T15:00:00Z"),
  };
  const saying = (over: Partial<NotificationPreferences>): NotificationPreferences => ({
    ...DEFAULT_NOTIFICATION_PREFERENCES,
    ...over,
  });

  it("of somebody who never said any are: in the app at once, by mail in the morning", () => {
    expect(isShownFor(DEFAULT_NOTIFICATION_PREFERENCES, "reply_waits")).toBe(true);
    expect(mailAtFor(DEFAULT_NOTIFICATION_PREFERENCES, asking)).toEqual(at("2026-03-11T11:00:00Z"));
  });

  it.each([
    ["now", asking.now],
    ["digest", at("2026-03-10T21:00:00Z")],
    ["off", null],
  ] as const)("of a mail %s", (wish, expected) => {
    const preferences = saying({ byMail: { draft_waiting: wish }, digestAt: "18:00" });
    expect(mailAtFor(preferences, asking)).toEqual(expected);
  });

  it("are asked for each kind apart", () => {
    const preferences = saying({ inApp: { reply_waits: false }, byMail: { reply_waits: "off" } });
    expect(isShownFor(preferences, "reply_waits")).toBe(false);
    expect(isShownFor(preferences, "draft_waiting")).toBe(true);
    expect(mailAtFor(preferences, asking)).not.toBeNull();
  });
});
