import type { PendingQuery, Row } from "postgres";
import type { SqlTx } from "@/db/client";
import { RUN_STANDINGS, standingOfReason } from "@/lib/core/run-standing";
import { dayStart } from "@/lib/reports/day-start";
import { reportZone } from "@/lib/sends/filter";
import { patternsOf, type SearchPatterns } from "./filter-contacts";
import { type EnrollmentFilter, NONE } from "./schema";

export type Sql = PendingQuery<Row[]>;

/** A filter with the zone in which its days are meant, and the patterns of its search. */
export type RunScope = EnrollmentFilter & { zone: string; patterns: SearchPatterns | null };

/** What a filter means now. Whoever picks the days the other way round means the days between them. */
export async function scopeOf(tx: SqlTx, filter: EnrollmentFilter): Promise<RunScope> {
  const [from, to] = inOrder(filter.from, filter.to);
  const [nextFrom, nextTo] = inOrder(filter.nextFrom, filter.nextTo);
  const patterns = filter.search ? await patternsOf(tx, filter.search) : null;
  return { ...filter, from, to, nextFrom, nextTo, patterns, zone: await reportZone(tx) };
}

const inOrder = (from: string | undefined, to: string | undefined) =>
  from && to && from > to ? [to, from] : [from, to];

/** The condition over `enrollments e` that a filter means. Unknown ids match nothing. */
export function matching(tx: SqlTx, scope: RunScope): Sql {
  return tx`
    e.account_id = (select current_setting('app.account_id')::uuid)
    ${standing(tx, scope)} ${divided(tx, scope)} ${enrolledOn(tx, scope)} ${nextOn(tx, scope)} ${ofContact(tx, scope)}
    ${scope.ids ? tx`and e.id = any(${scope.ids}::uuid[])` : tx``}`;
}

/**
 * Numbers stand in the text, where indexes of a part of the runs can be proved to hold them, and in the type of the column,
 * without which the index of several columns does not take them.
 */
function standing(tx: SqlTx, { status, reason, waiting }: EnrollmentFilter): Sql {
  const { active, paused, firstEnded } = RUN_STANDINGS;
  const number = (value: number) => tx.unsafe(`${value}::smallint`);
  return tx`
    ${status === "active" ? tx`and e.standing = ${number(active)}` : tx``}
    ${status === "paused" ? tx`and e.standing = ${number(paused)}` : tx``}
    ${status === "live" ? tx`and e.standing < ${number(firstEnded)}` : tx``}
    ${status === "ended" ? tx`and e.standing >= ${number(firstEnded)}` : tx``}
    ${reason ? tx`and e.standing = ${number(standingOfReason(reason))}` : tx``}
    ${waiting ? tx`and e.standing < ${number(firstEnded)} and e.wait_from_at <= now() - make_interval(days => ${waiting})` : tx``}`;
}

function divided(tx: SqlTx, scope: EnrollmentFilter): Sql {
  const { sequence, version, step, assignee, channel, entry, holdout } = scope;
  return tx`
    ${sequence ? tx`and e.sequence_id = ${sequence}` : tx``}
    ${version ? tx`and e.version_id = ${version}` : tx``}
    ${orNone(tx, tx`e.step_id`, step)} ${orNone(tx, tx`e.assignee_id`, assignee)} ${orNone(tx, tx`e.last_channel`, channel)}
    ${entry ? tx`and e.entry = ${entry}` : tx``}
    ${holdout === "yes" ? tx`and e.is_holdout` : tx``} ${holdout === "no" ? tx`and not e.is_holdout` : tx``}`;
}

function orNone(tx: SqlTx, column: Sql, value: string | undefined): Sql {
  if (value === undefined) return tx``;
  return value === NONE ? tx`and ${column} is null` : tx`and ${column} = ${value}`;
}

/** The days of the enrollment, with which a reading in their order can begin. */
export function enrolledOn(tx: SqlTx, { from, to, zone }: RunScope): Sql {
  return tx`
    ${from ? tx`and e.enrolled_at >= ${dayStart(tx, tx`${from}::date`, zone)}` : tx``}
    ${to ? tx`and e.enrolled_at < ${dayStart(tx, tx`(${to}::date + 1)`, zone)}` : tx``}`;
}

function nextOn(tx: SqlTx, { nextFrom, nextTo, zone }: RunScope): Sql {
  if (!nextFrom && !nextTo) return tx``;
  return tx`
    and e.status in ('active', 'paused')
    ${nextFrom ? tx`and e.next_action_at >= ${dayStart(tx, tx`${nextFrom}::date`, zone)}` : tx``}
    ${nextTo ? tx`and e.next_action_at < ${dayStart(tx, tx`(${nextTo}::date + 1)`, zone)}` : tx``}`;
}

function ofContact(tx: SqlTx, { patterns, tag }: RunScope): Sql {
  if (!patterns && !tag) return tx``;
  return tx`and exists (
    select from contacts c where c.id = e.contact_id
      ${patterns ? tx`and ${found(tx, patterns)}` : tx``}
      ${tag ? tx`and lower(${tag}) = any(lower(c.tags::text)::text[])` : tx``})`;
}

const found = (
  tx: SqlTx,
  { name, address }: SearchPatterns,
): Sql => tx`(searchable(c.name) like ${name} or exists (
  select from contact_identities i where i.contact_id = c.id and i.value like ${address}))`;
