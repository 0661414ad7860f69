export const LENGTH_UNITS = ["minutes", "hours", "days"] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

export const MINUTES_IN: Record<LengthUnit, number> = { minutes: 1, hours: 60, days: 1_440 };

/** Minutes in the largest unit that says them whole. */
export function lengthOf(minutes: number): { amount: number; unit: LengthUnit } {
  const unit = LENGTH_UNITS.findLast((one) => minutes > 0 && minutes % MINUTES_IN[one] === 0) ?? "minutes";
  return { amount: minutes / MINUTES_IN[unit], unit };
}
