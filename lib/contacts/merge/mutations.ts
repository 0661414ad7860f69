import { setTimeout as pass } from "node:timers/promises";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { applyExits } from "@/lib/engine/apply-exits";
import { endRuns } from "@/lib/engine/exits";
import { contactEventHappened } from "@/lib/engine/goal";
import { wakeRuns } from "@/lib/engine/wake";
import { lockPair } from "./locks";
import { liveRunsOf, type Pair, threadsOf } from "./read";
import { clashesOf } from "./run-clashes";
import { moveThreads } from "./threads";

type Wish = Pair & { actorId: string; now: Date };

/** A circle of waiting (40P01) and a run that begins meanwhile (23505) are met by trying the merge a moment later. */
const RIVALS = ["40P01", "23505"];
const MAX_TRIES = 6;
const MOST_PAUSE_MS = 60;

/**
 * Makes one contact of two: everything that names the loser names the survivor then, in one transaction. Runs that cannot
 * both stay end as superseded; opt-outs, blocks and replies of either count for the survivor's runs from then on. Throws
 * as `lockPair`.
 */
export async function mergeContacts(accountId: AccountId, wish: Wish): Promise<{ ended: string[] }> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withAccountSql(accountId, (tx) => merge(tx, accountId, wish));
    } catch (error) {
      const { code = "" } = error as { code?: string };
      if (!RIVALS.includes(code) || attempt === MAX_TRIES) throw error;
      await pass(Math.random() * MOST_PAUSE_MS * attempt);
    }
  }
}

async function merge(tx: SqlTx, accountId: AccountId, wish: Wish): Promise<{ ended: string[] }> {
  const { survivorId, loserId, actorId, now } = wish;
  await lockPair(tx, wish);
  const threads = await threadsOf(tx, wish);
  const runs = await liveRunsOf(tx, wish, threads);
  const ended: string[] = [];
  for (const { kept, ended: run } of clashesOf(runs)) {
    const because = { code: "contact_merged", data: { kept: kept.id } };
    ended.push(
      ...(await endRuns(tx, { accountId, ids: [run.id], reason: "superseded", because, actorId, now })),
    );
  }
  await moveThreads(tx, wish, threads);
  const live = runs.map(({ id }) => id).filter((id) => !ended.includes(id));
  await moveRuns(tx, wish, live);
  await moveIdentities(tx, wish);
  await moveRest(tx, wish);
  await foldContact(tx, wish);
  const [loser] = await tx<{ name: string }[]>`select name from contacts where id = ${loserId}`;
  await contactEventHappened(tx, accountId, {
    contactId: survivorId,
    name: "contact.merged",
    dedupeKey: `contact.merged:${loserId}`,
    data: { name: loser?.name ?? "", contactId: loserId, actorId },
    now,
  });
  ended.push(...(await applyExits(tx, { accountId, contactId: survivorId, now })));
  await wakeRuns(
    tx,
    accountId,
    live.filter((id) => !ended.includes(id)),
    `merge:${loserId}`,
  );
  return { ended };
}

/** A run that is begun for the loser at this very moment stays there, and ends at its first look at the contact. */
async function moveRuns(tx: SqlTx, { survivorId, loserId }: Pair, live: string[]): Promise<void> {
  const moved = await tx<{ id: string }[]>`
    update enrollments set contact_id = ${survivorId}, epoch = epoch + (status <> 'ended')::int
    where contact_id = ${loserId} and (id = any(${live}) or status = 'ended') returning id`;
  const ids = moved.map(({ id }) => id);
  await tx`update messages set contact_id = ${survivorId} where enrollment_id = any(${ids})`;
  await tx`update conversions set contact_id = ${survivorId} where enrollment_id = any(${ids})`;
  await tx`update drafts set contact_id = ${survivorId} where enrollment_id = any(${ids})`;
}

/** The survivor's addresses stay the ones in use, which the newest are; those it lacked of a kind are the loser's. */
async function moveIdentities(tx: SqlTx, { survivorId, loserId }: Pair): Promise<void> {
  await tx`
    update contact_identities set id = new_id()
    where id in (
      select distinct on (kind) id from contact_identities where contact_id = ${survivorId} order by kind, id desc)`;
  await tx`update contact_identities set contact_id = ${survivorId} where contact_id = ${loserId}`;
}

async function moveRest(tx: SqlTx, { survivorId, loserId }: Pair): Promise<void> {
  for (const table of [
    ...["deals", "appointments", "charges", "contact_events"],
    ...["ai_calls", "ai_suggestions", "notifications"],
  ])
    await tx`update ${tx(table)} set contact_id = ${survivorId} where contact_id = ${loserId}`;
  // A rule that was followed for both about the same keeps the survivor's line.
  await tx`
    update rule_runs r set contact_id = ${survivorId}
    where contact_id = ${loserId} and not exists (
      select from rule_runs o
      where o.contact_id = ${survivorId} and o.rule_id = r.rule_id and o.event_key = r.event_key)`;
  // So that one look finds everybody who went into the survivor.
  await tx`update contacts set merged_into_id = ${survivorId} where merged_into_id = ${loserId}`;
}

/** What the survivor says of itself stays; what it does not say is taken from the loser. */
async function foldContact(tx: SqlTx, { survivorId, loserId, now }: Wish): Promise<void> {
  await tx`
    update contacts s set
      first_name = case when s.first_name = '' then l.first_name else s.first_name end,
      time_zone = coalesce(s.time_zone, l.time_zone),
      preferred_channel = coalesce(s.preferred_channel, l.preferred_channel),
      assignee_id = coalesce(s.assignee_id, l.assignee_id),
      attributes = l.attributes || s.attributes,
      tags = s.tags || array(select t from unnest(l.tags) t
        where lower(t) not in (select lower(o) from unnest(s.tags) o)),
      blocked_at = least(s.blocked_at, l.blocked_at),
      last_reply_conversation_id = case when l.last_reply_at > s.last_reply_at or s.last_reply_at is null
        then l.last_reply_conversation_id else s.last_reply_conversation_id end,
      last_reply_at = greatest(s.last_reply_at, l.last_reply_at),
      created_at = least(s.created_at, l.created_at),
      updated_at = ${now}
    from contacts l where s.id = ${survivorId} and l.id = ${loserId}`;
  await tx`
    update contacts set merged_into_id = ${survivorId}, deleted_at = ${now}, updated_at = ${now}
    where id = ${loserId}`;
}
