import type { ThreadMessage } from "@/lib/conversations/thread";

export type DayGroup = { day: string; messages: ThreadMessage[] };

/** Messages by the day on which they were said, as the reader's zone counts days. Zone null: the browser's. */
export function dayGroups(messages: readonly ThreadMessage[], timeZone?: string): DayGroup[] {
  const format = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", ...(timeZone && { timeZone }) });
  const groups: DayGroup[] = [];
  for (const message of messages) {
    const day = format.format(new Date(message.at));
    const last = groups.at(-1);
    if (last?.day === day) last.messages.push(message);
    else groups.push({ day, messages: [message] });
  }
  return groups;
}
