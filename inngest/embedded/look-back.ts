import type { Sql } from "postgres";
import { lockForRecording } from "./locks";
import { shownValues, waitKey } from "./match";
import type { Db, StoredEvent } from "./model";
import type { Settled } from "./settle";

/** A wait that is being recorded. `sinceNo` is the last routed batch when its dispatch was claimed. */
export interface NewWait {
  runId: string;
  stepId: string;
  name: string | null;
  eventName: string;
  paths: string;
  key: string;
  sinceNo: number;
}

/** Since which routed batch events leave keys for these fields; kept by one recorder. */
export type MatchPaths = Map<string, number>;

/**
 * Makes sure that from now on routed events leave a key for the fields these waits look at. To be called before
 * the transaction that records the waits.
 */
export async function ensureMatchPaths(
  sql: Sql,
  known: MatchPaths,
  waits: readonly { eventName: string; paths: string }[],
): Promise<void> {
  const fresh = waits.filter((wait) => !known.has(pathKey(wait)));
  if (fresh.length === 0) return;
  await sql.begin(async (tx) => {
    await lockForRecording(tx);
    for (const { eventName, paths } of fresh) {
      const added = await tx`
        insert into executor.match_path (event_name, paths, since_no)
        select ${eventName}, ${paths}, no from executor.route on conflict do nothing returning 1`;
      // Every process must learn that somebody listens to this event.
      if (added.length > 0) await tx`update executor.route set registry = registry + 1`;
      const [row] = await tx<{ since_no: string }[]>`
        select since_no from executor.match_path where event_name = ${eventName} and paths = ${paths}`;
      known.set(pathKey({ eventName, paths }), Number(row?.since_no ?? 0));
    }
  });
}

/**
 * Finds the first event that was routed after a wait's dispatch was claimed, though before the wait was written:
 * Inngest would miss it (inngest#1433). Call it under the recording lock, after the waits are written.
 */
export async function lookBack(tx: Db, waits: readonly NewWait[], known: MatchPaths): Promise<Settled[]> {
  if (waits.length === 0) return [];
  const rows = waits.map((wait, index) => ({ i: index, h: wait.key, n: wait.sinceNo }));
  const hits = await tx<{ i: number; body: StoredEvent }[]>`
    select x.i, e.body
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(i int, h bigint, n bigint)
    join lateral (
      select k.seq from executor.event_key k where k.hash = x.h and k.routed_no > x.n order by k.seq limit 1
    ) k on true
    join executor.event e on e.seq = k.seq`;
  const found = new Map(hits.map((hit) => [hit.i, hit.body]));
  for (const [index, wait] of waits.entries()) {
    if (found.has(index) || wait.sinceNo >= (known.get(pathKey(wait)) ?? 0)) continue;
    const event = await searchEvents(tx, wait);
    if (event) found.set(index, event);
  }
  return [...found].flatMap(([index, event]) => {
    const wait = waits[index];
    if (!wait) return [];
    const { runId, stepId, name } = wait;
    return [{ runId, stepId, memo: { stepId, name, failed: false, data: event } }];
  });
}

/** The slow way, for events routed before anybody had ever waited on these fields. */
async function searchEvents(tx: Db, wait: NewWait): Promise<StoredEvent | null> {
  const rows = await tx<{ body: StoredEvent }[]>`
    select body from executor.event where routed_no > ${wait.sinceNo} and name = ${wait.eventName} order by seq`;
  for (const { body } of rows) {
    const values = shownValues(wait.paths, body);
    if (values && waitKey(wait.eventName, wait.paths, values) === wait.key) return body;
  }
  return null;
}

function pathKey({ eventName, paths }: { eventName: string; paths: string }): string {
  return `${eventName}\n${paths}`;
}
