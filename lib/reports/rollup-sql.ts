import type { Fragment } from "postgres";
import type { SqlTx } from "@/db/client";
import { SEND_FACTS, SEND_GRAINS, type SendFact, type SendGrain } from "@/lib/core/metrics";

/** The measures of `send_rollups` by their facts, in the order of the columns. */
export const SEND_MEASURES = [
  ["attempted", "attempted"],
  ["sent", "sent"],
  ["delivered", "delivered"],
  ["read", "read"],
  ["replied", "replied"],
  ["positive", "positive"],
  ["opted_out", "optedOut"],
  ["failed", "failed"],
  ["unknown", "unknown"],
  ["skipped", "skipped"],
] as const satisfies readonly (readonly [string, SendFact])[];

const KEY = ["channel", "step_id", "variant_id", "mode", "assignee_id", "entry", "hour"] as const;

/** What each grain divides by besides day, sequence, version and channel. */
const DIVIDES = {
  day: ["channel"],
  step: ["channel", "step_id", "variant_id", "mode"],
  assignee: ["channel", "assignee_id"],
  entry: ["channel", "entry"],
  hour: ["channel", "hour"],
  cohort: ["channel", "step_id", "variant_id", "mode"],
} as const satisfies Record<string, readonly (typeof KEY)[number][]>;
type DayGrain = keyof typeof DIVIDES;

/** Which day a grain puts a send on. */
const dayOf = (grain: SendGrain): string => {
  if (grain === "cohort") return "enrolled_day";
  return isMonthly(grain) ? "date_trunc('month', sent_day)::date" : "sent_day";
};
const isMonthly = (grain: SendGrain): boolean => grain.endsWith("_month");
const divisionOf = (grain: SendGrain): readonly string[] => DIVIDES[grain.replace("_month", "") as DayGrain];
/** A month has each hour of the week several times. */
const expressionOf = (grain: SendGrain, column: string): string =>
  grain === "hour_month" && column === "hour" ? "(extract(isodow from sent_day)::int * 24 + hour)" : column;

/** What each measure grew by, over rows with what sends have gained and lost. */
export const sumsOfFacts = (tx: SqlTx) =>
  tx.unsafe(
    SEND_MEASURES.map(
      ([column, fact]) =>
        `sum((gained & ${SEND_FACTS[fact]} <> 0)::int - (lost & ${SEND_FACTS[fact]} <> 0)::int)::int as ${column}`,
    ).join(", "),
  );

/**
 * Rows for `send_rollups` out of `changes`, which has the columns of `send_changes` and the segment whose figures they
 * are, null for everybody's: first one row for each combination that occurs, then one for each grain.
 */
export const countedSends = (tx: SqlTx, changes: Fragment, zone: string) => {
  const sums = tx.unsafe(SEND_MEASURES.map(([column]) => `sum(${column})::int`).join(", "));
  const grains = SEND_GRAINS.map((grain) => {
    const divides = divisionOf(grain);
    const columns = KEY.map((column) =>
      divides.includes(column)
        ? `${expressionOf(grain, column)}::${TYPES[column]}`
        : `null::${TYPES[column]}`,
    );
    const groups = ["account_id", "segment_id", dayOf(grain), "sequence_id", "version_id"];
    groups.push(...divides.map((column) => expressionOf(grain, column)));
    return tx`
      select account_id, segment_id, ${grain}::text, ${tx.unsafe(`${dayOf(grain)}, sequence_id, version_id, ${columns.join(", ")}`)}, ${sums}
      from counted group by ${tx.unsafe(groups.join(", "))}`;
  });
  return {
    counted: tx`
      select account_id, segment_id, (counted_at at time zone ${zone})::date as sent_day,
        extract(hour from counted_at at time zone ${zone})::smallint as hour,
        (enrolled_at at time zone ${zone})::date as enrolled_day, sequence_id, version_id, step_id, variant_id, channel,
        mode, assignee_id, entry, ${sumsOfFacts(tx)}
      from (${changes}) changes
      group by 1, 2, 3, 4, 5, sequence_id, version_id, step_id, variant_id, channel, mode, assignee_id, entry`,
    rows: grains.reduce((all, one) => tx`${all} union all ${one}`),
  };
};

const TYPES: Record<(typeof KEY)[number], string> = {
  channel: "channel",
  step_id: "uuid",
  variant_id: "uuid",
  mode: "text",
  assignee_id: "uuid",
  entry: "text",
  hour: "smallint",
};

export const SEND_ROLLUP_COLUMNS = [
  "account_id",
  "segment_id",
  "grain",
  "day",
  "sequence_id",
  "version_id",
  ...KEY,
];

/** Rows for `run_rollups` out of `changes`, which has the columns of `run_changes`. */
export const countedRuns = (tx: SqlTx, changes: Fragment, zone: string) => ({
  counted: tx`
    select account_id, (enrolled_at at time zone ${zone})::date as day, sequence_id, version_id, is_holdout, entry, status,
      end_reason, step_id, sum(runs)::int as runs
    from (${changes}) changes group by 1, 2, 3, 4, 5, 6, 7, 8, 9`,
  rows: tx`
    select account_id, 'standing', day, sequence_id, version_id, is_holdout, null::text, status, end_reason, step_id,
      sum(runs)::int
    from counted group by account_id, day, sequence_id, version_id, is_holdout, status, end_reason, step_id
    union all
    select account_id, 'entry', day, sequence_id, version_id, is_holdout, entry, null, null, null, sum(runs)::int
    from counted group by account_id, day, sequence_id, version_id, is_holdout, entry`,
});

export const RUN_ROLLUP_COLUMNS = [
  ...[
    "account_id",
    "grain",
    "day",
    "sequence_id",
    "version_id",
    "is_holdout",
    "entry",
    "status",
    "end_reason",
  ],
  "step_id",
];
