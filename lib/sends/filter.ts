import type { PendingQuery, Row } from "postgres";
import type { SqlTx } from "@/db/client";
import { accountZone } from "@/lib/core/effective-zone";
import { SEND_FACTS } from "@/lib/core/metrics";
import { dayStart } from "@/lib/reports/day-start";
import { type Whose, whoseOf } from "@/lib/segments/members";
import { type ListedFact, NONE, type SendFilter } from "./schema";

export type Sql = PendingQuery<Row[]>;

/** A filter whose zone and segment were looked up. */
export type SendScope = SendFilter & Whose & { zone: string };

/** What a filter means. Throws AppError `not_found` for a segment that does not exist. */
export async function sendScope(tx: SqlTx, filter: SendFilter): Promise<SendScope> {
  const whose = await whoseOf(tx, filter.segment);
  return { ...turned(filter), zone: await reportZone(tx), ...whose };
}

/** Of a list: without a fact it is of all that were reached. Throws as `sendScope`. */
export const listScope = (tx: SqlTx, filter: SendFilter): Promise<SendScope> =>
  sendScope(tx, { ...filter, fact: filter.fact ?? "reached" });

/** Whoever picks the days the other way round means the days between them. */
const turned = (filter: SendFilter): SendFilter =>
  filter.from && filter.to && filter.from > filter.to
    ? { ...filter, from: filter.to, to: filter.from }
    : filter;

/** The zone in which the account's numbers count days: its rollups', and before there are any its settings'. */
export async function reportZone(tx: SqlTx): Promise<string> {
  const [row] = await tx<{ zone: string }[]>`
    select coalesce((select zone from rollup_states where account_id = (select current_setting('app.account_id')::uuid)),
      (select settings->>'timeZone' from module_settings), 'UTC') as zone`;
  return accountZone({ timeZone: row?.zone ?? "UTC" });
}

/** The bits of which one has to be set. */
export const FACT_BITS: Record<Exclude<ListedFact, "converted">, number> = {
  ...SEND_FACTS,
  reached: SEND_FACTS.attempted | SEND_FACTS.skipped,
};

/** By which instant a list of sends is sorted and its days are cut. */
export const sendMoment = (tx: SqlTx, { by }: SendFilter): Sql =>
  by === "enrolled" ? tx`m.enrolled_at` : tx`m.counted_at`;

/** The condition over `messages m` that a filter means, where it is of sends; without a fact all that count. */
export function sendsMatching(tx: SqlTx, scope: SendScope): Sql {
  const { fact, weekday, hour, zone } = scope;
  const bits = fact && fact !== "converted" ? FACT_BITS[fact] : null;
  return tx`
    m.account_id = (select current_setting('app.account_id')::uuid) and m.facts <> 0
    ${bits === null ? tx`` : tx`and m.facts & ${tx.unsafe(String(bits))} <> 0`}
    ${within(tx, sendMoment(tx, scope), scope)} ${ofDimensions(tx, tx`m`, scope)}
    ${weekday ? tx`and extract(isodow from m.counted_at at time zone ${zone}) = ${weekday}` : tx``}
    ${hour === undefined ? tx`` : tx`and extract(hour from m.counted_at at time zone ${zone}) = ${hour}`}`;
}

/** A conversion counts when the send was made that it is attributed to, or on the day on which its run began. */
export const conversionMoment = (tx: SqlTx, { by }: SendFilter): Sql =>
  by === "enrolled" ? tx`m.enrolled_at` : tx`m.sent_at`;

/** The condition over `conversions m` that a filter means, where it is of conversions. */
export function conversionsMatching(tx: SqlTx, scope: SendScope): Sql {
  const { weekday, hour, zone, by, holdout } = scope;
  const { version: _, ...rest } = scope;
  return tx`
    m.account_id = (select current_setting('app.account_id')::uuid) and m.is_holdout = ${holdout === "yes"}
    ${by === "enrolled" ? tx`` : tx`and m.sent_at is not null`}
    ${within(tx, conversionMoment(tx, scope), scope)} ${ofVersion(tx, scope)} ${ofDimensions(tx, tx`m`, rest)}
    ${weekday ? tx`and extract(isodow from m.sent_at at time zone ${zone}) = ${weekday}` : tx``}
    ${hour === undefined ? tx`` : tx`and extract(hour from m.sent_at at time zone ${zone}) = ${hour}`}`;
}

/** Of a send its version is asked for, of a run the one that the run is in: it may have moved since it was sent something. */
function ofVersion(tx: SqlTx, { version, by }: SendScope): Sql {
  if (!version) return tx``;
  return by === "enrolled"
    ? tx`and exists (select from enrollments e where e.id = m.enrollment_id and e.version_id = ${version})`
    : tx`and m.version_id = ${version}`;
}

/** Days as the zone's calendar has them, both included. */
export const within = (
  tx: SqlTx,
  moment: Sql,
  { from, to, zone }: Pick<SendScope, "from" | "to" | "zone">,
): Sql => tx`
  ${from ? tx`and ${moment} >= ${dayStart(tx, tx`${from}::date`, zone)}` : tx``}
  ${to ? tx`and ${moment} < ${dayStart(tx, tx`(${to}::date + 1)`, zone)}` : tx``}`;

/** What sends and conversions are divided by. */
export function ofDimensions(tx: SqlTx, m: Sql, scope: SendScope): Sql {
  const { sequence, version, entry, mode, contacts } = scope;
  return tx`
    ${sequence ? tx`and ${m}.sequence_id = ${sequence}` : tx``}
    ${version ? tx`and ${m}.version_id = ${version}` : tx``}
    ${orNone(tx, tx`${m}.step_id`, scope.step)} ${orNone(tx, tx`${m}.variant_id`, scope.variant)}
    ${orNone(tx, tx`${m}.channel`, scope.channel)} ${orNone(tx, tx`${m}.assignee_id`, scope.assignee)}
    ${mode ? tx`and ${m}.mode = ${mode}` : tx``} ${entry ? tx`and ${m}.entry = ${entry}` : tx``}
    ${contacts ? tx`and ${m}.contact_id in (${contacts})` : tx``}`;
}

function orNone(tx: SqlTx, column: Sql, value: string | undefined): Sql {
  if (value === undefined) return tx``;
  return value === NONE ? tx`and ${column} is null` : tx`and ${column} = ${value}`;
}
