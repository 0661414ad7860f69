import type { SendGrain } from "@/lib/core/metrics";
import type { SendColumn } from "./divisions";
import { type Days, ofMonths } from "./months";
import { GRAINS, type RollupColumn } from "./rollup-sql";

/** By which of its moments a send is put into a period. */
export type Moment = "counted_at" | "enrolled_at";

/** Some days of sends: of a grain's rows, or of the sends themselves; taken away where the sign is -1. */
export type Part = { grain: SendGrain | null; days: Days; sign: 1 | -1 };

/** Those with the fewest rows first. */
const BY_DAY = {
  counted_at: ["day", "entry", "assignee", "hour", "step"],
  enrolled_at: ["cohort"],
} as const satisfies Record<Moment, readonly SendGrain[]>;
const BY_MONTH = {
  counted_at: [
    "step_month",
    "entry_month",
    "assignee_entry_month",
    "hour_month",
    "assignee_hour_month",
    "assignee_month",
  ],
  enrolled_at: ["cohort_entry_month", "cohort_assignee_month"],
} as const satisfies Record<Moment, readonly SendGrain[]>;

/**
 * Out of which rows the sends of a period are counted by these columns, where `asked` is what the filter asks besides:
 * whole months, and of the days beside them what the rollups of days tell; what those cannot, from the sends. Without any
 * part of a rollup no rollup can tell.
 */
export function partsOf(
  {
    moment,
    columns,
    asked,
  }: { moment: Moment; columns: readonly SendColumn[]; asked: readonly RollupColumn[] },
  { days, today }: { days: Days; today: string },
): Part[] {
  const dividing = columns.filter((column) => column !== "day" && column !== "weekday");
  const knowing = (grains: readonly SendGrain[], needed: readonly RollupColumn[]) =>
    grains.find((grain) => needed.every((column) => GRAINS[grain].by.includes(column))) ?? null;
  const byDay = knowing(BY_DAY[moment], [...dividing, ...asked]);
  // Of a month's days only the hours of the week are known.
  const weekday: RollupColumn[] = columns.includes("weekday") ? ["hour"] : [];
  const byMonth = columns.includes("day")
    ? null
    : knowing(BY_MONTH[moment], [...dividing, ...asked, ...weekday]);
  if (!byMonth) return [{ grain: byDay, days, sign: 1 }];
  const { months, added, removed } = ofMonths(days, today);
  return [
    ...(months ? [{ grain: byMonth, days: months, sign: 1 as const }] : []),
    ...added.map((one) => ({ grain: byDay, days: one, sign: 1 as const })),
    ...removed.map((one) => ({ grain: byDay, days: one, sign: -1 as const })),
  ];
}

export const isMonthly = (grain: SendGrain): boolean => GRAINS[grain].on.endsWith("_month");
