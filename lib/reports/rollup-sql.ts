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

const KEY = [
  ...(["sequence_id", "version_id", "channel", "step_id", "variant_id", "mode"] as const),
  ...(["assignee_id", "entry", "hour"] as const),
];
export type RollupColumn = (typeof KEY)[number];

type Grain = {
  on: "sent_day" | "sent_month" | "enrolled_day" | "enrolled_month";
  by: readonly RollupColumn[];
};
const STEPS = ["sequence_id", "version_id", "channel", "step_id", "variant_id", "mode"] as const;

/**
 * When each grain puts a send, and what it divides by. A day has few divisions, because there are many days; what it
 * cannot tell of the few beside whole months is counted from the sends.
 */
export const GRAINS: Record<SendGrain, Grain> = {
  day: { on: "sent_day", by: ["sequence_id", "version_id", "channel"] },
  step: { on: "sent_day", by: STEPS },
  assignee: { on: "sent_day", by: ["channel", "assignee_id"] },
  entry: { on: "sent_day", by: ["channel", "entry"] },
  hour: { on: "sent_day", by: ["channel", "hour"] },
  cohort: { on: "enrolled_day", by: STEPS },
  step_month: { on: "sent_month", by: STEPS },
  entry_month: { on: "sent_month", by: ["sequence_id", "version_id", "channel", "entry"] },
  assignee_entry_month: { on: "sent_month", by: ["channel", "assignee_id", "entry"] },
  // Hours of months are those of the week, from 24 for Monday's first one to 191.
  hour_month: { on: "sent_month", by: ["sequence_id", "version_id", "channel", "hour"] },
  assignee_hour_month: { on: "sent_month", by: ["assignee_id", "hour"] },
  assignee_month: { on: "sent_month", by: [...STEPS, "assignee_id"] },
  cohort_assignee_month: { on: "enrolled_month", by: [...STEPS, "assignee_id"] },
  cohort_entry_month: { on: "enrolled_month", by: [...STEPS, "entry"] },
};

const DAY_OF: Record<Grain["on"], string> = {
  sent_day: "sent_day",
  sent_month: "date_trunc('month', sent_day)::date",
  enrolled_day: "enrolled_day",
  enrolled_month: "date_trunc('month', enrolled_day)::date",
};
/** A month has each hour of the week several times. */
const expressionOf = (grain: SendGrain, column: RollupColumn): string =>
  GRAINS[grain].on === "sent_month" && column === "hour"
    ? "(extract(isodow from sent_day)::int * 24 + hour)"
    : column;

/** The measures of rows of rollups; negative where they are taken away. */
export const measuresOf = (tx: SqlTx, sign: 1 | -1) =>
  tx.unsafe(SEND_MEASURES.map(([column]) => (sign < 0 ? `-${column} as ${column}` : column)).join(", "));

/** The measures under the names of their facts. */
export const sumsNamed = (tx: SqlTx) =>
  tx.unsafe(SEND_MEASURES.map(([column, fact]) => `sum(${column})::int as "${fact}"`).join(", "));

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
    const { on, by } = GRAINS[grain];
    const columns = KEY.map((column) =>
      by.includes(column) ? `${expressionOf(grain, column)}::${TYPES[column]}` : `null::${TYPES[column]}`,
    );
    const groups = [
      "account_id",
      "segment_id",
      DAY_OF[on],
      ...by.map((column) => expressionOf(grain, column)),
    ];
    return tx`
      select account_id, segment_id, ${grain}::text, ${tx.unsafe(`${DAY_OF[on]}, ${columns.join(", ")}`)}, ${sums}
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

const TYPES: Record<RollupColumn, string> = {
  sequence_id: "uuid",
  version_id: "uuid",
  channel: "channel",
  step_id: "uuid",
  variant_id: "uuid",
  mode: "text",
  assignee_id: "uuid",
  entry: "text",
  hour: "smallint",
};

export const SEND_ROLLUP_COLUMNS = ["account_id", "segment_id", "grain", "day", ...KEY];

/** Whose figures rollups are asked for: those of a segment, or everybody's. */
export const ofSegment = (tx: SqlTx, segmentId: string | null) =>
  segmentId ? tx`and segment_id = ${segmentId}` : tx`and segment_id is null`;

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
    from counted group by account_id, day, sequence_id, version_id, is_holdout, entry
    union all
    select account_id, 'entry_month', date_trunc('month', day)::date, sequence_id, version_id, is_holdout, entry, status,
      end_reason, step_id, sum(runs)::int
    from counted
    group by account_id, date_trunc('month', day)::date, sequence_id, version_id, is_holdout, entry, status, end_reason, step_id`,
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
