import type { PendingQuery, Row } from "postgres";
import type { SqlTx } from "@/db/client";
import { RUN_STANDINGS, standingOfReason } from "@/lib/core/run-standing";
import { containing } from "@/lib/keyset";
import { dayStart } from "@/lib/reports/day-start";
import { reportZone } from "@/lib/sends/filter";
import { type EnrollmentFilter, NONE } from "./schema";

export type Sql = PendingQuery<Row[]>;

/** A filter with the zone in which its days are meant. */
export type RunScope = EnrollmentFilter & { zone: string };

/** What a filter means now. Whoever picks the days the other way round means the days between them. */
export async function scopeOf(tx: SqlTx, filter: EnrollmentFilter): Promise<RunScope> {
  const [from, to] = inOrder(filter.from, filter.to);
  const [nextFrom, nextTo] = inOrder(filter.nextFrom, filter.nextTo);
  return { ...filter, from, to, nextFrom, nextTo, zone: await reportZone(tx) };
}

const inOrder = (from: string | undefined, to: string | undefined) =>
  from && to && from > to ? [to, from] : [from, to];

/** The condition over `enrollments e` that a filter means. Unknown ids match nothing. */
export function matching(tx: SqlTx, scope: RunScope): Sql {
  return tx`
    e.account_id = (select current_setting('app.account_id')::uuid)
    ${standing(tx, scope)} ${divided(tx, scope)} ${dated(tx, scope)} ${ofContact(tx, scope)}
    ${scope.ids ? tx`and e.id = any(${scope.ids}::uuid[])` : tx``}`;
}

/** Numbers stand in the text, where indexes of a part of the runs can be proved to hold them. */
function standing(tx: SqlTx, { status, reason, waiting }: EnrollmentFilter): Sql {
  const { active, paused, firstEnded } = RUN_STANDINGS;
  const number = (value: number) => tx.unsafe(String(value));
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
    ${step ? tx`and e.step_id = ${step}` : tx``}
    ${orNone(tx, tx`e.assignee_id`, assignee)} ${orNone(tx, tx`e.last_channel`, channel)}
    ${entry ? tx`and e.entry = ${entry}` : tx``}
    ${holdout === "yes" ? tx`and e.is_holdout` : tx``} ${holdout === "no" ? tx`and not e.is_holdout` : tx``}`;
}

function orNone(tx: SqlTx, column: Sql, value: string | undefined): Sql {
  if (value === undefined) return tx``;
  return value === NONE ? tx`and ${column} is null` : tx`and ${column} = ${value}`;
}

function dated(tx: SqlTx, { from, to, nextFrom, nextTo, zone }: RunScope): Sql {
  const begins = (day: string) => dayStart(tx, tx`${day}::date`, zone);
  const ends = (day: string) => dayStart(tx, tx`(${day}::date + 1)`, zone);
  return tx`
    ${from ? tx`and e.enrolled_at >= ${begins(from)}` : tx``} ${to ? tx`and e.enrolled_at < ${ends(to)}` : tx``}
    ${nextFrom || nextTo ? tx`and e.status in ('active', 'paused')` : tx``}
    ${nextFrom ? tx`and e.next_action_at >= ${begins(nextFrom)}` : tx``}
    ${nextTo ? tx`and e.next_action_at < ${ends(nextTo)}` : tx``}`;
}

function ofContact(tx: SqlTx, { search, tag }: EnrollmentFilter): Sql {
  if (!search && !tag) return tx``;
  return tx`and exists (
    select from contacts c where c.id = e.contact_id
      ${search ? tx`and ${found(tx, search)}` : tx``}
      ${tag ? tx`and exists (select from unnest(c.tags) t where lower(t) = lower(${tag}))` : tx``})`;
}

/** By name or any address; a phone number also as it is usually written, with blanks and brackets. */
function found(tx: SqlTx, search: string): Sql {
  const digits = /^[\d\s()+.-]+$/.test(search) ? search.replace(/\D/g, "") : "";
  const address = digits.length >= 3 ? digits : search.toLowerCase();
  return tx`(c.name ilike ${containing(search)} or exists (
    select from contact_identities i where i.contact_id = c.id and i.value like ${containing(address)}))`;
}
