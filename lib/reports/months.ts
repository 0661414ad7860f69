import { addDays, daysBetween } from "./period";

/** Days, both included, of which the first or the last may be open. */
export type Days = { from?: string | undefined; to?: string | undefined };
type Closed = { from: string; to: string };

/** A period as whole months, with what is to be added to them and taken away from them again. */
type OfMonths = { months: Days | null; added: Closed[]; removed: Closed[] };

/**
 * Of a month that lies in a period only in part its days inside are added, or the whole month is taken and those outside
 * removed, whichever are fewer. Behind `today` nothing was sent, or next to nothing: those days cost nothing.
 */
export function ofMonths({ from, to }: Days, today: string): OfMonths {
  const months: Days = { from: from && firstOfMonth(from), to: to && lastOfMonth(to) };
  const [added, removed]: [Closed[], Closed[]] = [[], []];
  for (const { inside, outside } of partsOfMonths({ from, to })) {
    const cost = outside.reduce(
      (sum, { from, to }) => sum + daysIn({ from, to: to < today ? to : today }),
      0,
    );
    if (cost < daysIn(inside)) removed.push(...outside.filter((one) => daysIn(one) > 0));
    else {
      added.push(inside);
      if (inside.from === from) months.from = addDays(lastOfMonth(from), 1);
      else months.to = addDays(inside.from, -1);
    }
  }
  const isNone = months.from && months.to && months.from > months.to;
  return { months: isNone ? null : months, added, removed };
}

/** The first and the last month of a period: its days inside and those outside, possibly none. */
function partsOfMonths({ from, to }: Days): { inside: Closed; outside: Closed[] }[] {
  const before = from && { from: firstOfMonth(from), to: addDays(from, -1) };
  const behind = to && { from: addDays(to, 1), to: lastOfMonth(to) };
  if (from && to && before && behind && before.from === firstOfMonth(to))
    return [{ inside: { from, to }, outside: [before, behind] }];
  return [
    ...(from && before ? [{ inside: { from, to: lastOfMonth(from) }, outside: [before] }] : []),
    ...(to && behind ? [{ inside: { from: firstOfMonth(to), to }, outside: [behind] }] : []),
  ];
}

const daysIn = ({ from, to }: Closed): number => Math.max(0, daysBetween(from, to) + 1);
const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;
const lastOfMonth = (day: string): string => addDays(firstOfMonth(addDays(firstOfMonth(day), 31)), -1);
