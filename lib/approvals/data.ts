import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Place } from "@/lib/list-place";
import { heldBy, readDeciders } from "./deciders";
import { type ListedRow, listed, toItem } from "./listed";
import type { DraftCounts, DraftFilter, DraftPage } from "./schema";

/** Where a page begins: behind a draft that is due at, or was decided at, `at`. */

const PAGE_SIZE = 50;

type Asked = { filter: DraftFilter; userId: string; now: Date; after?: Place | null };

/** A page of drafts: those that wait, the oldest due first, or those that were decided, the latest first. */
export const listDrafts = (accountId: AccountId, asked: Asked): Promise<DraftPage> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await readRows(tx, asked);
    const shown = rows.slice(0, PAGE_SIZE);
    const last = shown.at(-1);
    return {
      rows: shown.map(toItem),
      next: rows.length > PAGE_SIZE && last ? `${last.place}|${last.id}` : null,
    };
  });

type Row = ListedRow & { place: string };

const readRows = (tx: SqlTx, { filter, userId, now, after }: Asked) => {
  const isDecided = filter.state === "decided";
  const place = isDecided ? tx`d.decided_at` : tx`d.due_at`;
  const from = after ? tx`(${after.at}::text::timestamptz, ${after.id}::uuid)` : null;
  const behind =
    from && (isDecided ? tx`and (${place}, d.id) < ${from}` : tx`and (${place}, d.id) > ${from}`);
  const order = isDecided ? tx`${place} desc, d.id desc` : tx`${place}, d.id`;
  return tx<Row[]>`
    with page as (
      select d.* from drafts d ${heldBy(tx)}
      where d.account_id = (select current_setting('app.account_id')::uuid)
        ${inState(tx, filter.state, now)} ${ofWhom(tx, filter.who, userId)}
        ${filter.sequence ? tx`and d.sequence_id = ${filter.sequence}` : tx``}
        ${filter.channel ? tx`and d.channel = ${filter.channel}` : tx``}
        ${filter.age ? tx`and d.opened_at <= ${hoursBefore(now, Number(filter.age))}` : tx``}
        ${behind ?? tx``}
      order by ${order} limit ${PAGE_SIZE + 1}
    )
    select ${place}::text as place, ${listed(tx)} order by ${order}`;
};

function inState(tx: SqlTx, state: DraftFilter["state"], now: Date) {
  switch (state) {
    case "open":
      return tx`and d.status = 'open' and (d.snoozed_until is null or d.snoozed_until <= ${now})`;
    case "snoozed":
      return tx`and d.status = 'open' and d.snoozed_until > ${now}`;
    case "decided":
      return tx`and d.status <> 'open' and d.decided_at is not null`;
  }
}

function ofWhom(tx: SqlTx, who: DraftFilter["who"], userId: string) {
  switch (who) {
    case "mine":
      return tx`and (held.user_id = ${userId} or held.user_id is null)`;
    case "unassigned":
      return tx`and held.user_id is null`;
    case "all":
      return tx``;
  }
}

const hoursBefore = (now: Date, hours: number) => new Date(now.getTime() - hours * 3_600_000);

type Asking = { userId: string; now: Date };

/** How many drafts wait for a person: of each tab, and those that sleep. */
export const draftCounts = (accountId: AccountId, asking: Asking): Promise<DraftCounts> =>
  withAccountSql(accountId, async (tx) => (await readOpen(tx, asking)).counts);

/** The counts, and a mark of everything that waits: it changes with each act on a draft. */
export async function readOpen(
  tx: SqlTx,
  { userId, now }: Asking,
): Promise<{ counts: DraftCounts; mark: string }> {
  const [row] = await tx<(DraftCounts & { mark: string })[]>`
    with waiting as (
      select held.user_id, d.revision, d.updated_at, coalesce(d.snoozed_until > ${now}, false) as sleeps
      from drafts d ${heldBy(tx)}
      where d.account_id = (select current_setting('app.account_id')::uuid) and d.status = 'open'
    )
    select count(*) filter (where not sleeps and (user_id = ${userId} or user_id is null))::int as mine,
      count(*) filter (where not sleeps and user_id is null)::int as unassigned,
      count(*) filter (where not sleeps)::int as all, count(*) filter (where sleeps)::int as snoozed,
      concat_ws('.', count(*), count(*) filter (where sleeps), sum(revision),
        extract(epoch from max(updated_at))) as mark
    from waiting`;
  const { mark = "", ...counts } = row ?? { mine: 0, unassigned: 0, all: 0, snoozed: 0 };
  return { counts, mark };
}

/** What the list can be narrowed to: the sequences of which drafts wait. Who may decide, to hand a draft over. */
export type DraftChoices = {
  sequences: { id: string; name: string }[];
  members: { id: string; name: string }[];
};

export const draftChoices = (accountId: AccountId): Promise<DraftChoices> =>
  withAccountSql(accountId, async (tx) => {
    const [sequences, members] = await Promise.all([
      tx<DraftChoices["sequences"]>`
        select s.id, s.name from sequences s where s.id in (
          select sequence_id from drafts
          where account_id = (select current_setting('app.account_id')::uuid) and status = 'open')
        order by lower(s.name), s.id limit 500`,
      readDeciders(tx),
    ]);
    return { sequences: [...sequences], members };
  });

/** Whether drafts are written at all. */
export const isMaestroOn = (accountId: AccountId): Promise<boolean> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ isOn: boolean }[]>`select is_on as "isOn" from maestro_settings`;
    return row?.isOn === true;
  });
