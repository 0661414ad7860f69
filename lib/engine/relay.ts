import { globalSql } from "@/db/client";

export type RelayedEvent = { id: string; name: string; data: Record<string, unknown> };

/** How many events one transaction relays. */
const BATCH = 1_000;

/**
 * Hands the oldest events of the outbox to the durable engine and removes them once it has taken them. A crash in
 * between relays them again: their ids are deterministic and the engine drops the repetition. Answers how many.
 */
export async function relayOutbox(send: (events: RelayedEvent[]) => Promise<unknown>): Promise<number> {
  const relayed = await globalSql().begin(async (tx) => {
    const rows = await tx<{ event_id: string; name: string; data: RelayedEvent["data"] }[]>`
      delete from outbox where seq in (
        select seq from outbox order by seq limit ${BATCH} for update skip locked
      ) returning event_id, name, data`;
    if (rows.length > 0) await send(rows.map(({ event_id, name, data }) => ({ id: event_id, name, data })));
    return rows.length;
  });
  return relayed;
}
