import type { SqlTx } from "@/db/client";
import { accountZone } from "@/lib/core/effective-zone";
import type { Facts, InboxFacts } from "@/lib/core/facts";
import { PACE_SPANS } from "@/lib/core/model-inboxes";
import { usedAfterSend } from "@/lib/core/pace";
import type { Place } from "@/lib/core/pace-facts";
import { costsRecipient } from "@/lib/core/pace-recipients";
import { isLimited } from "@/lib/core/shared-sends";
import { windowStateOf } from "@/lib/core/window";
import { type Counted, countRecipients } from "./recipients";

/** A claim that takes room of its inbox. `facts` are those that it was decided by. */
type Used = { facts: Facts; inboxId: string; at: Date; place: Place | null };

/**
 * Counts claims in the buckets, places and people of their inboxes, in the transaction that claims them. The inboxes are
 * reserved since all that was read, so what is written is what was read and these.
 */
export async function recordUsed(tx: SqlTx, accountId: string, claims: Used[]): Promise<void> {
  const used = new Map<string, InboxFacts["used"]>();
  const places = new Map<string, number>();
  const people: Counted[] = [];
  for (const { facts, inboxId, at, place } of claims) {
    const inbox = facts.inboxes.find((one) => one.id === inboxId);
    if (!inbox || !isLimited(inbox)) continue;
    used.set(inboxId, usedAfterSend(used.get(inboxId) ?? inbox.used, at, accountZone(facts.settings)));
    if (place?.nextAtMs) places.set(inboxId, Math.max(places.get(inboxId) ?? 0, place.nextAtMs));
    const { recipients } = inbox.pace;
    const isNew = costsRecipient(inbox, at);
    if (recipients && (isNew || windowStateOf(inbox, at) !== "open")) {
      people.push({ scope: recipients.scope, contactId: facts.contact.id, at });
    }
  }
  if (used.size === 0) return;
  await Promise.all([
    writeUsed(tx, accountId, used),
    writePlaces(tx, accountId, places),
    countRecipients(tx, accountId, people),
  ]);
}

/** What was read under the reservation, and what came to it. */
export async function writeUsed(
  tx: SqlTx,
  accountId: string,
  used: Map<string, InboxFacts["used"]>,
): Promise<void> {
  const rows = [...used].flatMap(([inboxId, spans]) =>
    PACE_SPANS.flatMap((span) => {
      const bucket = spans[span];
      return bucket ? [{ inboxId, span, from: bucket.from, count: bucket.count }] : [];
    }),
  );
  await tx`
    insert into pace_buckets (account_id, inbox_id, span, starts_at, used)
    select ${accountId}, r."inboxId", r.span, r."from", r.count
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(
      "inboxId" uuid, span pace_span, "from" timestamptz, count int)
    order by 2, 3
    on conflict (inbox_id, span) do update
      -- A process whose clock is late must not take the count back to a span that is over.
      set starts_at = greatest(pace_buckets.starts_at, excluded.starts_at), used = excluded.used`;
}

/** The next free place of each inbox. It never goes back. */
export async function writePlaces(tx: SqlTx, accountId: string, places: Map<string, number>): Promise<void> {
  if (places.size === 0) return;
  const rows = [...places].map(([inboxId, nextAtMs]) => ({ inboxId, nextAtMs }));
  await tx`
    insert into inbox_paces as p (account_id, inbox_id, next_at)
    select ${accountId}, r."inboxId", to_timestamp(r."nextAtMs" / 1000)
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r("inboxId" uuid, "nextAtMs" float8)
    order by 2
    on conflict (inbox_id) do update set next_at = greatest(p.next_at, excluded.next_at)`;
}

/** Gives back what a claim had taken of a minute, hour and day and did not use. */
export async function giveBack(tx: SqlTx, inboxIds: string[], since: Date): Promise<void> {
  await tx`
    with given as (
      select inbox_id, count(*)::int as count from unnest(${inboxIds}::uuid[]) inbox_id group by 1
    ), held as (
      select b.inbox_id, b.span, g.count from pace_buckets b join given g on g.inbox_id = b.inbox_id
      where b.starts_at <= ${since} order by b.inbox_id, b.span for update of b
    )
    update pace_buckets b set used = greatest(0, b.used - h.count)
    from held h where b.inbox_id = h.inbox_id and b.span = h.span`;
}
