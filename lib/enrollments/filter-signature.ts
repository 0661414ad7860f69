import type { SqlTx } from "@/db/client";
import { RUN_STANDINGS, standingOfReason } from "@/lib/core/run-standing";
import { dayStart } from "@/lib/reports/day-start";
import type { Half } from "./filter-halves";
import type { RunScope, Sql } from "./filter-sql";
import { NONE } from "./schema";

/** The bits of each part in a run's signature, the lowest first, as `run_signature` in the database puts them. */
const RUN_SIGNATURE = {
  standing: { from: 0, bits: 4 },
  holdout: { from: 4, bits: 1 },
  channel: { from: 5, bits: 3 },
  entry: { from: 8, bits: 7 },
  sequence: { from: 15, bits: 8 },
  version: { from: 23, bits: 5 },
  step: { from: 28, bits: 7 },
  assignee: { from: 35, bits: 8 },
} as const;
type Part = keyof typeof RUN_SIGNATURE;
/** Of the step where the run is live, else of the enrollment. */
const DAY_FROM = 43;
/** Set in no live run, and one of them in every other. */
const OVER = 0b1110;

/**
 * What the signatures of the runs have in common that a filter means: a condition that indexes in the order of lists can
 * tell. Other runs may hold it, too.
 */
export function signed(tx: SqlTx, scope: RunScope, half: Half | null): Sql {
  const asked = partsOf(scope);
  const mask = String((Object.keys(asked) as Part[]).reduce((sum, part) => sum | bitsOf(part), 0n));
  const { standing = null, holdout = false, channel = null, entry = null } = asked;
  const { sequence = null, version = null, step = null, assignee = null } = asked;
  return tx`
    ${half === "ended" ? tx`and e.signature & ${OVER} <> 0` : tx``} ${half === "live" ? tx`and e.signature & ${OVER} = 0` : tx``}
    ${
      mask === "0"
        ? tx``
        : tx`and e.signature & ${mask}::bigint = run_signature(${standing ?? 0}::smallint, ${holdout}::boolean,
            ${channel}::text, ${entry}::text, ${sequence}::uuid, ${version}::uuid, ${step}::uuid, ${assignee}::uuid, null)
            & ${mask}::bigint`
    }
    ${half === "live" ? waitingSince(tx, scope) : tx``} ${half === "ended" ? enrolledOnDays(tx, scope) : tx``}`;
}

type Asked = {
  standing?: number;
  holdout?: boolean;
} & { [part in Exclude<Part, "standing" | "holdout">]?: string | null };

function partsOf({ status, reason, holdout, ofSequence, ...scope }: RunScope): Asked {
  const asked: Asked = {};
  if (status === "active" || status === "paused") asked.standing = RUN_STANDINGS[status];
  else if (reason) asked.standing = standingOfReason(reason);
  if (holdout) asked.holdout = holdout === "yes";
  const sequence = scope.sequence ?? ofSequence;
  if (sequence) asked.sequence = sequence;
  for (const part of ["channel", "entry", "version", "step", "assignee"] as const) {
    const value = scope[part];
    if (value !== undefined) asked[part] = value === NONE && part !== "entry" ? null : value;
  }
  return asked;
}

function bitsOf(part: Part): bigint {
  const { from, bits } = RUN_SIGNATURE[part];
  return ((1n << BigInt(bits)) - 1n) << BigInt(from);
}

const day = (tx: SqlTx): Sql => tx`(e.signature >> ${DAY_FROM})`;

const waitingSince = (tx: SqlTx, { waiting }: RunScope): Sql =>
  waiting ? tx`and ${day(tx)} <= (select run_day(now() - make_interval(days => ${waiting})))` : tx``;

function enrolledOnDays(tx: SqlTx, { from, to, zone }: RunScope): Sql {
  return tx`
    ${from ? tx`and ${day(tx)} >= (select run_day(${dayStart(tx, tx`${from}::date`, zone)}))` : tx``}
    ${to ? tx`and ${day(tx)} <= (select run_day(${dayStart(tx, tx`(${to}::date + 1)`, zone)}))` : tx``}`;
}
