import type { SqlTx } from "@/db/client";
import { accountZone } from "@/lib/core/effective-zone";
import { usedAfterSend } from "@/lib/core/pace";
import { DIRECT_MS, distanceMs, isRatedBy } from "@/lib/core/pace-place";
import { isLimited } from "@/lib/core/shared-sends";
import type { InboxRow } from "./inbox";
import { limitsOf, providerLimits, recipientScopeOf } from "./inbox-limits";
import { NOTHING_USED, reserve } from "./pace";
import { writePlaces, writeUsed } from "./pace-count";
import { loadPairs, loadPlaces, loadUsed } from "./pace-inbox";
import { countRecipients } from "./recipients";
import { loadAccount } from "./snapshot";

type HandWish = {
  inbox: InboxRow;
  thread: { id: string; contactId: string };
  /** The contact has written lately: it costs none of the different people of a day. */
  isWindowOpen: boolean;
  now: Date;
};

/**
 * The instant at which a message that a person wrote may be handed over. It counts like any other, and takes its place
 * before the queue: our own limits never refuse a person and delay one by two seconds at most, only the provider's
 * distance between two messages to the same contact may take a little longer. Call it after the thread is locked.
 */
export async function placeByHand(
  tx: SqlTx,
  accountId: string,
  { inbox, thread, isWindowOpen, now }: HandWish,
): Promise<Date> {
  const limits = limitsOf(inbox);
  const gap = providerLimits(inbox).pairGapSeconds;
  if (!isLimited({ limits }) && gap === null) return now;
  const scope = recipientScopeOf(inbox);
  await reserve(tx, [inbox.id, scope]);
  const threads = gap === null ? [] : [{ id: thread.id, inbox_id: inbox.id, contact_id: thread.contactId }];
  const [{ settings }, used, places, pairs] = await Promise.all([
    loadAccount(tx),
    loadUsed(tx, [inbox.id]),
    loadPlaces(tx, [inbox.id]),
    loadPairs(tx, threads, now),
  ]);
  const [pairAt] = pairs.values();
  const nextAtMs = places.get(inbox.id)?.next_at_ms ?? 0;
  const soonest = isRatedBy(limits) ? Math.min(nextAtMs, now.getTime() + DIRECT_MS) : 0;
  const afterPair = pairAt ? pairAt.getTime() + (gap ?? 0) * 1_000 : 0;
  const at = new Date(Math.ceil(Math.max(now.getTime(), soonest, afterPair)));
  if (!isLimited({ limits })) return at;
  const next = Math.max(nextAtMs, at.getTime()) + distanceMs({ id: inbox.id, limits }, at);
  const counts = limits.recipientsPerDay !== null && !isWindowOpen;
  const after = usedAfterSend(used.get(inbox.id) ?? NOTHING_USED, at, accountZone(settings));
  await writeUsed(tx, accountId, new Map([[inbox.id, after]]));
  if (isRatedBy(limits)) await writePlaces(tx, accountId, new Map([[inbox.id, next]]));
  await countRecipients(tx, accountId, counts ? [{ scope, contactId: thread.contactId, at }] : []);
  return at;
}
