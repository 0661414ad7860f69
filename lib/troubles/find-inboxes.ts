import type { SqlTx } from "@/db/client";
import { driverOf } from "@/lib/channels/registry";
import { PROVIDERS } from "@/lib/core/model-inboxes";
import { daysBefore, type FoundThing, hoursBefore, minutesBefore, nameFound } from "./found";
import { MOST_COUNTED, type Trouble } from "./schema";

/** A mailbox is read all the time; so long without an answer of its server it is not. */
const UNREAD_MINUTES = 30;
/** A provider that tells of deliveries does so within minutes. */
const SILENT_HOURS = 24;
/** Older silence is history: the inbox is not in use. */
const FORGOTTEN_DAYS = 30;
/** So many of the newest sends are looked at, and so many of one inbox must be among them. */
const SENDS_LOOKED_AT = 2_000;
const SENDS_NEEDED = 5;

type Looking = { accountId: string; now: Date };

export const findInboxes = (tx: SqlTx, looking: Looking): Promise<(Trouble | null)[]> =>
  Promise.all([findPaused(tx, looking), findSilent(tx, looking), findUnreadable(tx, looking)]);

async function findPaused(tx: SqlTx, { accountId }: Looking): Promise<Trouble | null> {
  const rows = await tx<FoundThing[]>`
    select i.id, i.name, i.paused_because as detail, i.paused_at as at, n.waiting, true as "isRepairable"
    from inboxes i cross join lateral (
      select count(*)::int as waiting from (
        select from enrollments e where e.queued_inbox_id = i.id limit ${MOST_COUNTED + 1}) q) n
    where i.account_id = ${accountId} and i.status = 'paused' and i.archived_at is null
    order by i.position, i.id`;
  return nameFound("inboxes_paused", "inbox", rows);
}

/**
 * Sends go out by them and their provider, which used to call us, says nothing any more; by no address of the account,
 * because one may get what is about several senders.
 */
async function findSilent(tx: SqlTx, { accountId, now }: Looking): Promise<Trouble | null> {
  const calling = PROVIDERS.filter((provider) => driverOf(provider).webhook);
  const rows = await tx<FoundThing[]>`
    select i.id, i.name, null as detail, i.heard_at as at, null::int as waiting from inboxes i
    where i.account_id = ${accountId} and i.status = 'active' and i.archived_at is null
      and i.provider = any(${calling}::provider[]) and i.heard_at > ${daysBefore(now, FORGOTTEN_DAYS)}
      and not exists (
        select from inboxes o where o.account_id = i.account_id and o.provider = i.provider
          and o.heard_at >= ${hoursBefore(now, SILENT_HOURS)})
      and ${SENDS_NEEDED} <= (
        select count(*) from (
          select m.inbox_id from messages m
          where m.account_id = ${accountId} and m.facts <> 0 and m.counted_at > ${hoursBefore(now, SILENT_HOURS)}
            and m.counted_at < ${hoursBefore(now, 1)}
          order by m.counted_at desc limit ${SENDS_LOOKED_AT}) m
        where m.inbox_id = i.id)
    order by i.position, i.id`;
  return nameFound("inboxes_silent", "inbox", rows);
}

async function findUnreadable(tx: SqlTx, { accountId, now }: Looking): Promise<Trouble | null> {
  const rows = await tx<FoundThing[]>`
    select i.id, i.name, b.error as detail, b.seen_at as at, null::int as waiting
    from mailboxes b join inboxes i on i.id = b.inbox_id
    where b.account_id = ${accountId} and i.status = 'active' and i.archived_at is null
      and (b.error is not null or b.seen_at < ${minutesBefore(now, UNREAD_MINUTES)})
    order by i.position, i.id`;
  return nameFound("mailboxes_unreadable", "inbox", rows);
}
