import { expect, it } from "vitest";
import { shownData, shownValue } from "./shown-data";

const reader = { locale: "en", timeZone: "America/Sao_Paulo" };

it("instants are shown in the account's zone, whatever the machine's", () => {
  const { dueAt } = shownData({ dueAt: "2026-03-10T12:00:00.000Z" }, reader);
  expect(dueAt).toMatch(/09:00 GMT-3$/);
});

it("the zone that a rule used is the zone of its times", () => {
  const { dueAt } = shownData({ dueAt: "2026-03-10T12:00:00.000Z", zone: "Africa/Abidjan" }, reader);
  expect(dueAt).toMatch(/12:00 GMT/);
});

it("a sentence finds every value that it may name", () => {
  expect(shownData({}, reader)).toMatchObject({ inbox: "", retryAt: "", event: "" });
});

it("what is absent is a dash, and dates without a time are the same day everywhere", () => {
  expect(shownValue(null, "en", "UTC")).toBe("–");
  expect(shownValue("2026-03-10", "en", "Pacific/Honolulu")).toBe("Mar 10, 2026");
  expect(shownValue(false, "en", "UTC")).toBe("false");
});
