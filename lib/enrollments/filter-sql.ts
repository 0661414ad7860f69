import type { PendingQuery, Row } from "postgres";
import type { SqlTx } from "@/db/client";
import { RUN_STANDINGS, standingOfReason } from "@/lib/core/run-standing";
import { AppError } from "@/lib/errors";
import { dayStart } from "@/lib/reports/day-start";
import { membersOf } from "@/lib/segments/members";
import { reportZone } from "@/lib/sends/filter";
import { patternsOf, type SearchPatterns } from "./filter-contacts";
import { type EnrollmentFilter, NONE } from "./schema";

export type Sql = PendingQuery<Row[]>;

/** A filter with the zone in which its days are meant, the patterns of its search, and who is in its segment. */
export type RunScope = EnrollmentFilter & {
  zone: string;
  patterns: SearchPatterns | null;
  /** The one sequence to which its version or step belongs. */
  ofSequence: string | null;
  /** A subquery of contacts; null without a segment. */
  members: Sql | null;
  /** Looked up before, and asked of each run instead of its text. */
  contacts: string[] | null;
  /** When it was looked who is in the segment; null where it is asked now. */
  readAt: Date | null;
};

/** What a filter means now. Whoever picks the days the other way round means the days between them. */
export async function scopeOf(tx: SqlTx, filter: EnrollmentFilter): Promise<RunScope> {
  const [from, to] = inOrder(filter.from, filter.to);
  const [nextFrom, nextTo] = inOrder(filter.nextFrom, filter.nextTo);
  const patterns = filter.search ? await patternsOf(tx, filter.search) : null;
  const ofSequence = filter.sequence ?? (await sequenceOf(tx, filter));
  const segment = filter.segment ? await segmentOf(tx, filter.segment) : null;
  return {
    ...{ ...filter, from, to, nextFrom, nextTo, patterns, ofSequence, contacts: null },
    ...{ members: segment?.contacts ?? null, readAt: segment?.readAt ?? null, zone: await reportZone(tx) },
  };
}

/** Of a version, or of a step that no other sequence has. */
async function sequenceOf(tx: SqlTx, { version, step }: EnrollmentFilter): Promise<string | null> {
  const asked = step === NONE ? undefined : step;
  if (!version && !asked) return null;
  const rows = await tx<{ id: string }[]>`
    select distinct sequence_id as id from sequence_versions where ${
      version
        ? tx`id = ${version}`
        : tx`snapshot->'steps' @> jsonb_build_array(jsonb_build_object('id', ${asked ?? ""}::text))`
    } limit 2`;
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

/** Nobody is in a segment that is no more. */
async function segmentOf(tx: SqlTx, segmentId: string): Promise<{ contacts: Sql; readAt: Date | null }> {
  try {
    return await membersOf(tx, segmentId);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found")
      return { contacts: tx`select null::uuid where false`, readAt: null };
    throw error;
  }
}

const inOrder = (from: string | undefined, to: string | undefined) =>
  from && to && from > to ? [to, from] : [from, to];

/** The condition over `enrollments e` that a filter means. Unknown ids match nothing. */
export const matching = (tx: SqlTx, scope: RunScope): Sql =>
  tx`${ofItself(tx, scope)} ${ofContact(tx, scope)}`;

/** The same, such that contacts are looked up for each run in its turn, however many the planner expects. */
export const matchingEach = (tx: SqlTx, scope: RunScope): Sql =>
  tx`${ofItself(tx, scope)} ${ofEachContact(tx, scope)}`;

function ofItself(tx: SqlTx, scope: RunScope): Sql {
  return tx`
    ${ofAccount(tx)} ${standing(tx, scope)} ${divided(tx, scope)} ${enrolledOn(tx, scope)} ${nextOn(tx, scope)}
    ${scope.ids ? tx`and e.id = any(${scope.ids}::uuid[])` : tx``}`;
}

export const ofAccount = (tx: SqlTx): Sql =>
  tx`e.account_id = (select current_setting('app.account_id')::uuid)`;

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

export function nextOn(tx: SqlTx, { nextFrom, nextTo, zone }: RunScope): Sql {
  if (!nextFrom && !nextTo) return tx``;
  return tx`
    and e.status in ('active', 'paused')
    ${nextFrom ? tx`and e.next_action_at >= ${dayStart(tx, tx`${nextFrom}::date`, zone)}` : tx``}
    ${nextTo ? tx`and e.next_action_at < ${dayStart(tx, tx`(${nextTo}::date + 1)`, zone)}` : tx``}`;
}

function ofContact(tx: SqlTx, scope: RunScope): Sql {
  const { members } = scope;
  return tx`
    ${asksContact(scope) ? tx`and exists (select from contacts c where c.id = e.contact_id ${contacts(tx, scope)})` : tx``}
    ${members ? tx`and e.contact_id in (${members})` : tx``}`;
}

/** A limit keeps the planner from joining all of them. */
function ofEachContact(tx: SqlTx, scope: RunScope): Sql {
  const { members } = scope;
  return tx`
    ${scope.contacts ? tx`and e.contact_id = any(${scope.contacts}::uuid[])` : tx``}
    ${members ? tx`and (select true from (${members}) m(id) where m.id = e.contact_id limit 1)` : tx``}
    ${
      asksContact(scope)
        ? tx`and (select true from contacts c where c.id = e.contact_id ${contacts(tx, scope)} limit 1)`
        : tx``
    }`;
}

const asksContact = ({ patterns, tag }: RunScope) => patterns !== null || tag !== undefined;

const contacts = (tx: SqlTx, { patterns, tag }: RunScope): Sql => tx`
  ${tag ? tx`and lower(${tag}) = any(lower(c.tags::text)::text[])` : tx``} ${patterns ? tx`and ${found(tx, patterns)}` : tx``}`;

const found = (
  tx: SqlTx,
  { name, address }: SearchPatterns,
): Sql => tx`(searchable(c.name) like ${name} or exists (
  select from contact_identities i where i.contact_id = c.id and i.value like ${address}))`;
