import type { SqlTx } from "@/db/client";
import type { AlertData } from "@/lib/alerts/words";
import type { AlertKind } from "@/lib/core/model-inboxes";
import { DAY_MS } from "@/lib/core/zone";
import type { InboxRow } from "@/lib/engine/inbox";

/** Nobody needs a greater number exactly, and counting further would read much. */
export const MOST_COUNTED = 1_000;

/** What went wrong longer ago is history. */
const TROUBLE_DAYS = 7;

export type StandingRow = InboxRow & {
  paused_by: "person" | "engine" | null;
  paused_code: string | null;
  paused_because: string | null;
  paused_at: Date | null;
  probe_at: Date | null;
  rest_until: Date | null;
  /** An estimate, once more than `MOST_COUNTED` wait. */
  queued: number;
};

export type Trouble = { kind: AlertKind; data: AlertData; at: Date; isOpen: boolean };

/** In the account's order; the one of this id, or all. */
export const loadStandingRows = (tx: SqlTx, id: string | null): Promise<StandingRow[]> => tx<StandingRow[]>`
  select i.id, i.account_id, i.name, i.channel, i.provider, i.status, i.limits, i.health, i.probes, i.troubles,
    i.config, null as secrets, i.paused_by, i.paused_code, i.paused_because, i.paused_at, i.probe_at,
    p.rest_until, coalesce(p.queued, 0) as queued
  from inboxes i left join inbox_paces p on p.inbox_id = i.id
  where i.archived_at is null and (${id}::uuid is null or i.id = ${id}) order by i.position, i.id`;

/** How many runs stand in the queue of each, counted until one more than `MOST_COUNTED`. */
export const countWaiting = (tx: SqlTx, inboxIds: string[]): Promise<Map<string, number>> =>
  counted(tx, inboxIds, tx`select from enrollments where queued_inbox_id = i.id`);

/**
 * How many messages went out since then by each, counted until one more than `MOST_COUNTED`. Found by the threads in
 * which something happened since: only inboxes without limits are counted so, the claim counts the others.
 */
export const countSent = (tx: SqlTx, inboxIds: string[], since: Date): Promise<Map<string, number>> =>
  counted(
    tx,
    inboxIds,
    tx`
      select from conversations c cross join lateral (
        select from messages m where m.conversation_id = c.id and m.sent_at >= ${since}
        union all
        select from conversation_messages h
        where h.conversation_id = c.id and h.at >= ${since} and h.sent_at >= ${since}
      ) sent
      where c.account_id = (select current_setting('app.account_id')::uuid) and c.last_message_at >= ${since}
        and c.inbox_id = i.id`,
  );

async function counted(tx: SqlTx, inboxIds: string[], rows: ReturnType<SqlTx>): Promise<Map<string, number>> {
  if (inboxIds.length === 0) return new Map();
  const found = await tx<{ id: string; count: number }[]>`
    select i.id, n.count from inboxes i
    cross join lateral (select count(*)::int as count from (${rows} limit ${MOST_COUNTED + 1}) few) n
    where i.id = any(${inboxIds})`;
  return new Map(found.map(({ id, count }) => [id, count]));
}

/** The newest alert about each, whether or not it is over. */
export async function loadTroubles(tx: SqlTx, inboxIds: string[], now: Date): Promise<Map<string, Trouble>> {
  const since = new Date(now.getTime() - TROUBLE_DAYS * DAY_MS);
  const rows = await tx<(Trouble & { inboxId: string })[]>`
    select distinct on (inbox_id) inbox_id as "inboxId", kind, data, at, resolved_at is null as "isOpen"
    from alerts
    where account_id = (select current_setting('app.account_id')::uuid) and at >= ${since}
      and inbox_id = any(${inboxIds})
    order by inbox_id, at desc, id desc`;
  return new Map(rows.map(({ inboxId, ...trouble }) => [inboxId, trouble]));
}
