import type { SqlTx } from "@/db/client";
import type { Channel } from "@/lib/core/model";
import type { Trigger, TriggerEvent } from "@/lib/core/model-rules";

/** What conditions may name as `event.amount`: the event's own data, as its sender gave them. */
export type EventData = Record<string, string | number | boolean | null>;

export const namesEvent = ({ conditions, groups = [] }: Pick<Trigger, "conditions" | "groups">): boolean =>
  [{ conditions }, ...groups].some((group) =>
    group.conditions.some(({ variable }) => variable.startsWith("event.")),
  );

/**
 * The data of these events by their ids. A message's are its text and channel; the others stand in the account's log.
 * Those of unknown ids are left out.
 */
export async function loadEventData(
  tx: SqlTx,
  event: TriggerEvent,
  ids: string[],
): Promise<Map<string, EventData>> {
  if (ids.length === 0) return new Map();
  if (event === "message.received" || event === "message.sent") return loadMessages(tx, ids);
  const rows = await tx<{ id: string; data: EventData }[]>`
    select id, data from contact_events where id = any(${ids})`;
  return new Map(rows.map(({ id, data }) => [id, data]));
}

/** What was said in a thread, by a person or by a step of a sequence. */
async function loadMessages(tx: SqlTx, ids: string[]): Promise<Map<string, EventData>> {
  const rows = await tx<{ id: string; text: string | null; channel: Channel | null }[]>`
    select m.id, m.text, i.channel from conversation_messages m left join inboxes i on i.id = m.inbox_id
    where m.id = any(${ids})
    union all
    select id, content->>'text', channel from messages where id = any(${ids})`;
  return new Map(rows.map(({ id, text, channel }) => [id, { text, channel }]));
}
