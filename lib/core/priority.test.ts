import { describe, expect, it } from "vitest";
import type { Rival } from "./facts";
import { type ContactLimits, NO_CONTACT_LIMITS, type Priority } from "./model";
import { yieldsTo } from "./priority";
import { ago, ahead, NOW } from "./test-facts";

const HOUR = 60;
const DAY = 1_440;
const rival = (dueAt: Date, over: Partial<Rival> = {}): Rival => ({
  ...{ sequence: "Invoice", priority: "high", dueAt, limits: NO_CONTACT_LIMITS },
  ...over,
});
const once: ContactLimits = { ...NO_CONTACT_LIMITS, perDay: 1 };
const asked = (over: Partial<Parameters<typeof yieldsTo>[0]>) =>
  yieldsTo({
    ...{ sends: [], rivals: [], priority: "normal" as Priority, limits: once, due: NOW, now: NOW },
    ...over,
  });

describe("a run that is due", () => {
  it.each<[string, Parameters<typeof asked>[0], Date | null]>([
    ["goes where nobody else wants the room", {}, null],
    [
      "yields to a higher priority until that has gone",
      { rivals: [rival(ahead(3 * HOUR))] },
      ahead(3 * HOUR + 1),
    ],
    ["yields to one that is being decided now", { rivals: [rival(ago(1))] }, ahead(1)],
    ["does not yield to its own priority", { rivals: [rival(ahead(5), { priority: "normal" })] }, null],
    ["does not yield to a lower one", { rivals: [rival(ahead(5), { priority: "low" })] }, null],
    ["goes where the other comes after the room is back", { rivals: [rival(ahead(DAY + 1))] }, null],
    [
      "goes where there is room for both",
      { limits: { ...once, perDay: 2 }, rivals: [rival(ahead(5))] },
      null,
    ],
    [
      "yields where there is room for the others alone",
      { limits: { ...once, perDay: 2 }, rivals: [rival(ahead(5)), rival(ahead(9))] },
      ahead(10),
    ],
    [
      "goes where the other has no room anyway",
      { limits: { ...once, perWeek: 1, perDay: null }, sends: [ago(DAY)], rivals: [rival(ahead(5))] },
      null,
    ],
    [
      "yields to what the other's own sequence would miss",
      {
        limits: NO_CONTACT_LIMITS,
        rivals: [rival(ahead(5), { limits: { ...NO_CONTACT_LIMITS, gapMinutes: 30 } })],
      },
      ahead(6),
    ],
    ["does not wait for one that never came", { rivals: [rival(ago(16))] }, null],
    [
      "yields no longer than a day after it was due",
      { due: ago(DAY - HOUR), rivals: [rival(ahead(3 * HOUR))] },
      ahead(HOUR),
    ],
    ["and then it is its turn", { due: ago(DAY), rivals: [rival(ahead(1))] }, null],
  ])("%s", (_, over, until) => {
    expect(asked(over)?.until ?? null).toEqual(until);
  });

  it("says to whom it yields, and when they are due", () => {
    expect(asked({ rivals: [rival(ahead(5))] })?.because).toEqual({
      code: "yields_to_priority",
      data: { sequence: "Invoice", dueAt: ahead(5).toISOString() },
    });
  });

  it("never waits in a circle, and nobody for more than a day, whatever the priorities", () => {
    // Each yields to the others at their own moments until all have gone.
    const runs = (["low", "normal", "high", "low", "high"] as const).map((priority, n) => ({
      ...{ priority, n, due: ahead(n * HOUR), at: ahead(n * HOUR) },
    }));
    const waiting = new Set(runs);
    const sends: Date[] = [];
    for (let turn = 0; waiting.size > 0; turn++) {
      expect(turn).toBeLessThan(10_000);
      const [first] = [...waiting].sort((a, b) => a.at.getTime() - b.at.getTime());
      if (!first) break;
      const others = [...waiting].filter((one) => one !== first);
      const rivals = others.map(({ priority, at }) => rival(at, { priority }));
      const limits = { ...NO_CONTACT_LIMITS, gapMinutes: 90 };
      const yielded = asked({
        priority: first.priority,
        rivals,
        limits,
        due: first.due,
        now: first.at,
        sends,
      });
      const last = sends.at(-1);
      const room = last && new Date(last.getTime() + 90 * 60_000);
      if (room && room > first.at) first.at = room;
      else if (yielded) {
        expect(yielded.until > first.at).toBe(true);
        expect(yielded.until.getTime() - first.due.getTime()).toBeLessThanOrEqual(DAY * 60_000);
        first.at = yielded.until;
      } else {
        sends.push(first.at);
        waiting.delete(first);
      }
    }
    expect(sends).toHaveLength(5);
  });
});
