import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import type { TimelineEntry, TimelineKind, TimelinePage, TimelineWish } from "./schema";

const PAGE_SIZE = 30;

/**
 * A page of what happened to a contact and to everybody who was merged into it, newest first. Each source is read only as
 * far as the page goes, by its own index. Throws AppError `not_found`.
 */
export const contactTimeline = (
  accountId: AccountId,
  contactId: string,
  { kind, before }: TimelineWish,
): Promise<TimelinePage> =>
  withAccountSql(accountId, async (tx) => {
    const found = await tx<{ id: string }[]>`
      select id from contacts where id = ${contactId} and deleted_at is null
      union all select id from contacts where merged_into_id = ${contactId}`;
    const ids = found.map(({ id }) => id);
    if (!ids.includes(contactId)) throw new AppError("not_found");
    const wanted = Object.entries(SOURCES).filter(([name]) => !kind || name === kind);
    const parts = wanted.flatMap(([name, source]) =>
      source(tx, ids).map((rows) => page(tx, name as TimelineKind, rows, before)),
    );
    const all = parts.reduce((some, part) => tx`${some} union all ${part}`);
    const rows = await tx<TimelineEntry[]>`
      select * from (${all}) t order by at desc, id desc limit ${PAGE_SIZE + 1}`;
    const entries = rows.slice(0, PAGE_SIZE);
    const last = entries.at(-1);
    return { entries, next: rows.length > PAGE_SIZE && last ? `${last.at} ${last.id}` : null };
  });

type Sql = ReturnType<SqlTx>;

/** With microseconds: two things of one millisecond keep their order from page to page. */
function page(tx: SqlTx, kind: TimelineKind, rows: Sql, before: TimelineWish["before"]) {
  const behind = before
    ? tx`where (r.at, r.id) < (${before.at}::text::timestamptz, ${before.id}::uuid)`
    : tx``;
  return tx`(
    select ${kind}::text as kind, r.id, r.what,
      to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, r.data
    from (${rows}) r ${behind} order by r.at desc, r.id desc limit ${PAGE_SIZE + 1})`;
}

/** Of each kind the queries that find it: `id`, `at`, `what` happened and its `data`. */
const SOURCES: Record<TimelineKind, (tx: SqlTx, ids: string[]) => Sql[]> = {
  messages: (tx, ids) => [
    tx`select m.id, m.at, case m.direction when 'inbound' then 'received' else 'sent' end as what,
        jsonb_build_object('text', left(m.text, 500), 'channel', i.channel, 'status', m.status, 'meaning', m.meaning,
          'conversationId', m.conversation_id) as data
      from conversations t join conversation_messages m on m.conversation_id = t.id join inboxes i on i.id = m.inbox_id
      where t.contact_id = any(${ids})`,
    tx`select m.id, m.sent_at as at, 'sent' as what,
        jsonb_build_object('text', left(m.content::jsonb->>'text', 500), 'channel', m.channel, 'status', m.status,
          'enrollmentId', m.enrollment_id, 'sequence', q.name) as data
      from ${runsOf(tx, ids)} e join messages m on m.enrollment_id = e.id and m.sent_at is not null
      join sequences q on q.id = e.sequence_id`,
  ],
  runs: (tx, ids) => [
    tx`select e.id, e.enrolled_at as at, 'begun' as what,
        jsonb_build_object('enrollmentId', e.id, 'sequence', q.name, 'method', e.method) as data
      from ${runsOf(tx, ids)} e join sequences q on q.id = e.sequence_id`,
    tx`select e.id, e.ended_at as at, 'ended' as what,
        jsonb_build_object('enrollmentId', e.id, 'sequence', q.name, 'reason', e.end_reason) as data
      from ${runsOf(tx, ids)} e join sequences q on q.id = e.sequence_id where e.ended_at is not null`,
  ],
  consents: (tx, ids) => [
    tx`select distinct on (c.at, c.action, c.channel, c.source) c.id, c.at, c.action::text as what,
        jsonb_build_object('channel', c.channel, 'source', c.source, 'text', left(c.text, 500), 'who', u.name) as data
      from consents c left join users u on u.id = c.actor_id where c.contact_id = any(${ids})
      order by c.at, c.action, c.channel, c.source, c.id`,
  ],
  events: (tx, ids) => [
    tx`select id, at, name as what, data from contact_events
      where account_id = (select current_setting('app.account_id')::uuid) and contact_id = any(${ids})
        and name <> 'contact.merged'`,
  ],
  records: (tx, ids) => [
    tx`select id, created_at as at, 'deal' as what, jsonb_build_object('title', title) as data
      from deals where contact_id = any(${ids})`,
    tx`select id, created_at as at, 'appointment' as what, jsonb_build_object('title', title) as data
      from appointments where contact_id = any(${ids})`,
    tx`select id, created_at as at, 'charge' as what, jsonb_build_object('title', title) as data
      from charges where contact_id = any(${ids})`,
  ],
  merges: (tx, ids) => [
    tx`select e.id, e.at, 'merged' as what, jsonb_build_object('name', e.data->>'name', 'who', u.name) as data
      from contact_events e left join users u on u.id::text = e.data->>'actorId'
      where e.account_id = (select current_setting('app.account_id')::uuid) and e.contact_id = any(${ids})
        and e.name = 'contact.merged'`,
  ],
};

/** Live and ended ones have an index each. */
const runsOf = (tx: SqlTx, ids: string[]) => tx`(
  select * from enrollments
  where contact_id = any(${ids}) and (status in ('active', 'paused') or status = 'ended'))`;
