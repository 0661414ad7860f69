import { laneOfEvent } from "./lanes";
import type { Db, StoredEvent } from "./model";

/** Processes that run executors listen here; a message means "events or runs are waiting". */
export const WAKE_CHANNEL = "executor_wake";

/**
 * Stores events to be routed, in one statement. An event whose name and id were seen in the last 24 hours is
 * dropped without a word, as on Inngest. `fairBy` is the field by which they take turns.
 */
export async function insertEvents(
  db: Db,
  events: readonly StoredEvent[],
  fairBy: string | null = null,
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    id: event.id,
    name: event.name,
    body: JSON.stringify(event),
    lane: laneOfEvent(fairBy, event),
  }));
  await db`
    with added as (
      insert into executor.event (id, name, body, lane)
      select id, name, body::json, lane
      from json_to_recordset(${JSON.stringify(rows)}::text::json) as r(id text, name text, body text, lane int)
      on conflict (id, name) do nothing
      returning 1
    )
    select pg_notify(${WAKE_CHANNEL}, '') from (select count(*) as n from added) as a where n > 0`;
}
