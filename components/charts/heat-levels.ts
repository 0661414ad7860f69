/** How deep a colour is: nothing, and four quarters of the largest value. */
export const LEVELS = [0, 1, 2, 3, 4] as const;
export type HeatLevel = (typeof LEVELS)[number];

export function levelOf(value: number | null, most: number): HeatLevel {
  if (value === null || value <= 0 || most <= 0) return 0;
  const share = value / most;
  if (share <= 0.25) return 1;
  if (share <= 0.5) return 2;
  return share <= 0.75 ? 3 : 4;
}

/** Only every sixth column has room for its name. */
export const columnLabels = (columns: readonly string[]) =>
  columns.map((name, at) => ({ name, label: at % 6 === 0 ? name : "" }));
