import type { SqlTx } from "./client";

/** The channel on which the worker learns that there are events to relay. */
export const OUTBOX_CHANNEL = "outbox";

export type OutboxRow = { eventId: string; name: string; data: Record<string, string | number | string[]> };

/** Writes events in the transaction of the fact; the worker relays them after the commit. */
export const emit = async (tx: SqlTx, events: OutboxRow[]): Promise<void> => {
  if (events.length === 0) return;
  await tx`
    insert into outbox (event_id, name, data)
    select e->>'eventId', e->>'name', e->'data' from jsonb_array_elements(${tx.json(events)}) e`;
  await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
};
