import { type SqlTx, withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import { backloggedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { accountZone } from "@/lib/core/effective-zone";
import { freePlaces, TURN_MS } from "@/lib/core/pace-tickets";
import { type Clock, systemClock } from "./clock";
import type { InboxRow } from "./inbox";
import { limitsOf, recipientScopeOf } from "./inbox-limits";
import { nextInLine, type Served } from "./line";
import { NOTHING_USED, reserve } from "./pace";
import { loadPlaces, loadRecipients, loadUsed, pacedInboxById } from "./pace-inbox";
import { isAnybodyQueued, leaseFrom } from "./queue";
import { loadAccount } from "./snapshot";
import { giveTickets, outstandingTickets, queueLength, takeBackLost } from "./tickets";

/** `pacer` tells the one that gives out the tickets from those before it. */
export type Pacer = { accountId: AccountId; inboxId: string; pacer: number };

/** What the durable loop does next. */
type PacerTurn = { kind: "sleep"; until: string } | { kind: "end" };

/** What a person has set anew is seen after so long at the latest. */
const MOST_SLEEP_MS = 10 * 60_000;

/**
 * One turn of whoever gives out the places of an inbox: as many tickets as there is room for in the moments ahead, to
 * those whose turn it is. Safe to repeat at any moment: what was given stands in the runs and in the inbox. It ends where
 * nobody waits, where the inbox is paused, and where another has taken over.
 */
export function releaseTickets(
  { accountId, inboxId, pacer }: Pacer,
  clock: Clock = systemClock,
): Promise<PacerTurn> {
  return withAccountSql(accountId, async (tx): Promise<PacerTurn> => {
    const inbox = await pacedInboxById(tx, inboxId);
    // In everybody's order: the advisory lock, the inbox's own row, and then such runs as nobody else holds.
    await reserve(tx, inbox ? [inboxId, recipientScopeOf(inbox)] : [inboxId]);
    const now = clock();
    const [mine] = await tx<{ served: Served }[]>`
      update inbox_paces set paced_until = ${leaseFrom(now)} where inbox_id = ${inboxId} and pacer = ${pacer}
      returning served`;
    if (!mine) return { kind: "end" };
    if (inbox?.status !== "active") return stop(tx, inboxId);
    await takeBackLost(tx, accountId, { inboxId, now });
    const { places, againAt } = await placesOf(tx, inbox, now);
    const line = await nextInLine(tx, { inboxId, served: mine.served, count: places.length });
    const given = await giveTickets(tx, accountId, { inboxId, line, places, served: mine.served, now });
    if (given < places.length || places.length === 0) {
      const [left] = await tx`select 1 where ${isAnybodyQueued(tx, inboxId)}`;
      if (!left) return stop(tx, inboxId);
    }
    // Where places were left over, those that wait hold their tickets already or are just being decided.
    const next = given < places.length ? now.getTime() + TURN_MS : againAt.getTime();
    const until = new Date(Math.min(next, now.getTime() + MOST_SLEEP_MS));
    await tx`update inbox_paces set paced_until = ${leaseFrom(until)} where inbox_id = ${inboxId}`;
    return { kind: "sleep", until: until.toISOString() };
  });
}

/** Goes on in another durable run, because replaying a long one costs more with each turn. */
export function handOverPacing({ accountId, inboxId, pacer }: Pacer): Promise<void> {
  return withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ pacer: number }[]>`
      update inbox_paces set pacer = pacer + 1 where inbox_id = ${inboxId} and pacer = ${pacer} returning pacer`;
    if (row) await emit(tx, [backloggedOf({ accountId, inboxId, pacer: row.pacer })]);
  });
}

/** Whoever was sent since the last turn stands in the queue's count no longer: nobody comes to count again. */
async function stop(tx: SqlTx, inboxId: string): Promise<PacerTurn> {
  await tx`
    update inbox_paces set paced_until = null, queued = ${queueLength(tx, inboxId)} where inbox_id = ${inboxId}`;
  return { kind: "end" };
}

async function placesOf(tx: SqlTx, inbox: InboxRow, now: Date) {
  const limits = limitsOf(inbox);
  const scopes = limits.recipientsPerDay === null ? [] : [recipientScopeOf(inbox)];
  const [{ settings }, used, places, people, outstanding] = await Promise.all([
    loadAccount(tx),
    loadUsed(tx, [inbox.id]),
    loadPlaces(tx, [inbox.id]),
    loadRecipients(tx, scopes, { contactIds: [], now }),
    outstandingTickets(tx, inbox.id),
  ]);
  const [recipients] = people.values();
  const place = places.get(inbox.id);
  const pace = {
    ...{ nextAtMs: place?.next_at_ms ?? null, restUntil: place?.rest_until ?? null },
    ...{ isQueued: true, queued: 0, pairGapSeconds: null, pairAt: null },
    recipients: recipients ? { ...recipients, isCounted: false } : null,
  };
  const facts = { id: inbox.id, limits, used: used.get(inbox.id) ?? NOTHING_USED, pace };
  return freePlaces(facts, { now, zone: accountZone(settings), outstanding });
}
