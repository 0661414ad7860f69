type Period = { from: string; to: string };

const MIDNIGHT = "00:00";

/** What remains of a day around its open periods, as "20:00–00:00"; "00:00" at an end is the midnight after it. */
export function quietPeriods(open: Period[]): "all" | "none" | string {
  if (open.length === 0) return "all";
  const sorted = [...open].sort((a, b) => a.from.localeCompare(b.from));
  const ends = [MIDNIGHT, ...sorted.map(({ to }) => to)];
  const starts = [...sorted.map(({ from }) => from), "24:00"];
  const gaps = ends.flatMap((end, index) => {
    const from = index > 0 && end === MIDNIGHT ? "24:00" : end;
    const to = starts[index] ?? "24:00";
    return from < to ? [`${from}–${to.replace("24:00", MIDNIGHT)}`] : [];
  });
  return gaps.length === 0 ? "none" : gaps.join(", ");
}
