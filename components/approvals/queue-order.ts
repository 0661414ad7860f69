type Listed = { id: string };

/** The draft so many places further; the ends of the list stop the walk. Null where there is nothing to go to. */
export function walkTo(rows: readonly Listed[], shown: string | null, by: 1 | -1): string | null {
  const place = rows.findIndex(({ id }) => id === shown);
  const target = place < 0 ? rows[0] : rows[place + by];
  return target?.id ?? null;
}

/** What is shown when a draft leaves the list: the one behind it, at the end the one before it. */
export function afterLeaving(rows: readonly Listed[], leaving: string): string | null {
  const place = rows.findIndex(({ id }) => id === leaving);
  const left = rows.filter(({ id }) => id !== leaving);
  return (left[Math.max(place, 0)] ?? left.at(-1))?.id ?? null;
}

/** Which are worth reading ahead: those that an act or a step through the list shows next. */
export function upNext(rows: readonly Listed[], shown: string | null): string[] {
  const place = rows.findIndex(({ id }) => id === shown);
  if (place < 0) return rows.slice(0, 1).map(({ id }) => id);
  return [rows[place + 1], rows[place + 2], rows[place - 1]].flatMap((row) => row?.id ?? []);
}
