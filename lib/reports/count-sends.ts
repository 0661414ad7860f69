import type { PendingQuery, Row } from "postgres";
import type { SqlTx } from "@/db/client";
import { dayStart } from "./day-start";
import { columnsAt, columnsOfDay, columnsOfMonth, type SendColumn } from "./divisions";
import { isMonthly, type Moment, type Part } from "./grains";
import type { Days } from "./months";
import { measuresOf, sumsOfFacts } from "./rollup-sql";

type Sql = PendingQuery<Row[]>;

type Counting = {
  tx: SqlTx;
  accountId: string;
  zone: string;
  moment: Moment;
  columns: readonly SendColumn[];
  /** What is asked besides the days: of sends and changes, which have a contact, and of rows of rollups. */
  asked: Sql;
  kept: Sql;
};

/**
 * Rows of the columns and the measures, to be summed by the columns: of rollups with what is not folded into them yet, and
 * of sends. One statement, so that a fact which is folded meanwhile is seen once.
 */
export function countedParts(counting: Counting, parts: readonly Part[], days: Days): Sql {
  const { tx } = counting;
  const rows = parts.map((part) => (part.grain ? ofRollup(counting, part) : ofFacts(counting, part)));
  // What is not folded yet is added where rollups were asked, and only there.
  const folded = parts.filter(({ grain }) => grain !== null);
  const [one] =
    folded.length === parts.length ? folded.map((part) => ({ ...part, days, sign: 1 as const })) : [];
  const unfolded = (one ? [one] : folded).map((part) => ofFacts(counting, part));
  return [...rows, ...unfolded].reduce((all, one) => tx`${all} union all ${one}`);
}

function ofRollup({ tx, accountId, columns, kept }: Counting, { grain, days, sign }: Part): Sql {
  const own = grain && isMonthly(grain) ? columnsOfMonth(tx, columns) : columnsOfDay(tx, columns);
  return tx`
    select ${own}, ${measuresOf(tx, sign)} from send_rollups x
    where account_id = ${accountId} and grain = ${grain} ${kept}
      ${days.from ? tx`and day >= ${days.from}::date` : tx``} ${days.to ? tx`and day <= ${days.to}::date` : tx``}`;
}

/** Sends are changes from nothing to what they are. */
function ofFacts(
  { tx, accountId, zone, columns, moment, asked }: Counting,
  { grain, days, sign }: Part,
): Sql {
  const [more, less] = sign > 0 ? [tx`gained`, tx`lost`] : [tx`lost`, tx`gained`];
  const from = grain
    ? tx`gained as ${more}, lost as ${less} from send_changes x where account_id = ${accountId}`
    : tx`facts as ${more}, 0::smallint as ${less} from messages x where account_id = ${accountId} and facts <> 0`;
  return tx`
    select ${tx.unsafe(columns.join(", "))}, ${sumsOfFacts(tx)} from (
      select ${columnsAt(tx, columns, moment, zone)}, ${from} ${inside(tx, tx.unsafe(moment), { days, zone })} ${asked}
    ) facts group by ${tx.unsafe(columns.join(", "))}`;
}

const inside = (
  tx: SqlTx,
  moment: Sql,
  { days: { from, to }, zone }: { days: Days; zone: string },
): Sql => tx`
  ${from ? tx`and ${moment} >= ${dayStart(tx, tx`${from}::date`, zone)}` : tx``}
  ${to ? tx`and ${moment} < ${dayStart(tx, tx`(${to}::date + 1)`, zone)}` : tx``}`;
