import type { SqlTx } from "@/db/client";
import { emit } from "@/db/outbox";
import { startOf } from "@/inngest/events";
import type { FreePlace } from "@/lib/core/pace-tickets";
import type { InLine, Served } from "./line";
import { writePlaces } from "./pace-count";
import { wakeRuns } from "./wake";

/** Whoever has not used a ticket for so long does not come any more by itself. */
const LOST_MS = 30_000;
/** More than that are not counted: it is for estimates. */
const COUNTED = 1_000;

/** When the tickets fall due that nobody has used yet, in the order of time. */
export const outstandingTickets = async (tx: SqlTx, inboxId: string): Promise<Date[]> =>
  (
    await tx<{ ticket_at: Date }[]>`
      select ticket_at from enrollments where queued_inbox_id = ${inboxId} and ticket_at is not null order by ticket_at`
  ).map((row) => row.ticket_at);

/**
 * Tickets that were not used go back, and their runs to the head of the queue. The durable run of each may be lost, so
 * another takes over; should the old one still live, it leaves at its next turn.
 */
export async function takeBackLost(
  tx: SqlTx,
  accountId: string,
  { inboxId, now }: { inboxId: string; now: Date },
): Promise<void> {
  const before = new Date(now.getTime() - LOST_MS);
  const lost = await tx<{ id: string; driver: number }[]>`
    update enrollments e set ticket_at = null, driver = driver + 1
    from (
      select id from enrollments where queued_inbox_id = ${inboxId} and ticket_at < ${before}
      order by id for update skip locked
    ) l
    where e.id = l.id returning e.id, e.driver`;
  await emit(
    tx,
    lost.map(({ id, driver }) => startOf({ accountId, enrollmentId: id, driver })),
  );
}

type Giving = { inboxId: string; line: InLine[]; places: FreePlace[]; served: Served; now: Date };

/** Gives the places to those in line, first to first, and wakes them. Answers how many had one. */
export async function giveTickets(tx: SqlTx, accountId: string, giving: Giving): Promise<number> {
  const { inboxId, line, places, now } = giving;
  const given = line.flatMap(({ id }, i) => {
    const place = places[i];
    return place ? [{ id, at: place.at }] : [];
  });
  const ids = given.map(({ id }) => id);
  if (given.length > 0) {
    const last = places[given.length - 1];
    await tx`
      update enrollments e set ticket_at = r.at, next_action_at = r.at
      from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as r(id uuid, at timestamptz)
      where e.id = any(${ids}) and e.id = r.id`;
    await wakeRuns(tx, accountId, ids, `ticket:${now.getTime()}`);
    if (last?.nextAtMs) await writePlaces(tx, accountId, new Map([[inboxId, last.nextAtMs]]));
  }
  const served = Object.fromEntries([
    ...Object.entries(giving.served),
    ...line.slice(0, given.length).map(({ priority, sequenceId }) => [priority, sequenceId] as const),
  ]);
  await tx`
    update inbox_paces set served = ${tx.json(served)}, queued = ${queueLength(tx, inboxId, given.length)}
    where inbox_id = ${inboxId}`;
  return given.length;
}

/** How many wait, in an update of `inbox_paces`: counted where they are few, and reckoned from what it was before. */
export const queueLength = (tx: SqlTx, inboxId: string, served = 0) => tx`(
  select case when count(*) < ${COUNTED} then count(*)::int else greatest(${COUNTED}, queued - ${served}) end
  from (select from enrollments where queued_inbox_id = ${inboxId} limit ${COUNTED}) l)`;
