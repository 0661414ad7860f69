import { expect, it } from "vitest";
import { dayGroups } from "./day-groups";
import { said } from "./fixtures";

it("a new day begins at the reader's midnight, not at that of Greenwich", () => {
  const messages = ["2026-03-10T01:30:00Z", "2026-03-10T04:30:00Z", "2026-03-11T01:00:00Z"].map((at) =>
    said(at, { at }),
  );
  const days = (zone: string) =>
    dayGroups(messages, zone).map(({ day, messages: list }) => [day, list.length]);
  expect(days("UTC")).toEqual([
    ["2026-03-10", 2],
    ["2026-03-11", 1],
  ]);
  expect(days("America/Sao_Paulo")).toEqual([
    ["2026-03-09", 1],
    ["2026-03-10", 2],
  ]);
  expect(dayGroups([])).toEqual([]);
});
