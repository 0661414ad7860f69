import type { SimulationResult } from "@/lib/simulation/schema";

/** Messages per day and inbox: what the chart draws and the table says. Days without any are left in, up to a year. */
export type DayTable = {
  inboxes: { id: string; name: string }[];
  days: { day: string; counts: Record<string, number>; others: number; total: number }[];
  total: number;
};

export function dayTable({ sends, otherSends, inboxes }: SimulationResult): DayTable {
  const used = inboxes.filter(({ id }) => sends.some(({ inboxId }) => inboxId === id));
  const last = sends.at(-1)?.day;
  const first = sends[0]?.day;
  if (!first || !last) return { inboxes: used, days: [], total: 0 };
  const days = daysBetween(first, last).map((day) => {
    const ofDay = sends.filter((one) => one.day === day);
    const others = otherSends.filter((one) => one.day === day).reduce((sum, { count }) => sum + count, 0);
    return {
      day,
      counts: Object.fromEntries(ofDay.map(({ inboxId, count }) => [inboxId, count])),
      others,
      total: ofDay.reduce((sum, { count }) => sum + count, 0),
    };
  });
  return { inboxes: used, days, total: days.reduce((sum, { total }) => sum + total, 0) };
}

/** The days by which half of the people, and all of them, are through; null when nobody comes to an end. */
export function finishDays({ finishes }: SimulationResult): { half: string; all: string } | null {
  const total = finishes.reduce((sum, { people }) => sum + people, 0);
  const all = finishes.at(-1)?.day;
  let through = 0;
  const half = finishes.find(({ people }) => {
    through += people;
    return through >= total / 2;
  })?.day;
  return half && all ? { half, all } : null;
}

function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let ms = Date.parse(first); ms <= Date.parse(last); ms += 86_400_000) {
    days.push(new Date(ms).toISOString().slice(0, 10));
  }
  return days;
}
