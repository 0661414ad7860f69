import type { SqlTx } from "@/db/client";
import { accountZone } from "@/lib/core/effective-zone";
import type { ModuleSettings } from "@/lib/core/model";
import type { Trigger } from "@/lib/core/model-rules";
import { idleOf, isOfClock } from "@/lib/core/trigger";
import { isoDateOf, MINUTE_MS, toLocalMs } from "@/lib/core/zone";

export const CLOCK_TABLES = {
  "conversation.idle": "conversations",
  "appointment.upcoming": "appointments",
  "charge.due_soon": "charges",
  "charge.overdue": "charges",
} as const;

export type ClockTrigger = Trigger & { event: keyof typeof CLOCK_TABLES };

export const isClockTrigger = (trigger: Trigger): trigger is ClockTrigger => isOfClock(trigger);

type Moment = { now: Date; settings: Pick<ModuleSettings, "timeZone"> };

/**
 * SQL of whether the row `r` is at this moment what the trigger waits for: the thread silent, the appointment and the
 * due date ahead, the charge unpaid. What has been settled since is told to nobody.
 */
export function isStill(tx: SqlTx, trigger: ClockTrigger, { now, settings }: Moment) {
  switch (trigger.event) {
    case "conversation.idle": {
      const { minutes, statuses, lastWord } = idleOf(trigger);
      const silentSince = new Date(now.getTime() - minutes * MINUTE_MS);
      return tx`r.last_message_at < ${silentSince} and r.status = any(${[...statuses]}::conversation_status[])
        and ${spokeLast(tx, lastWord)}`;
    }
    case "appointment.upcoming":
      return tx`r.status in ('booked', 'confirmed') and r.starts_at > ${now}`;
    case "charge.due_soon": {
      const today = isoDateOf(toLocalMs(now.getTime(), accountZone(settings)));
      return tx`r.status = 'pending' and r.due_on >= ${today}::date`;
    }
    case "charge.overdue":
      return tx`r.status in ('pending', 'overdue')`;
  }
}

function spokeLast(tx: SqlTx, lastWord: ReturnType<typeof idleOf>["lastWord"]) {
  switch (lastWord) {
    case "contact":
      return tx`r.last_inbound_at is not null and r.last_inbound_at >= coalesce(r.last_outbound_at, '-infinity')`;
    case "team":
      return tx`r.last_outbound_at is not null and r.last_outbound_at > coalesce(r.last_inbound_at, '-infinity')`;
    case "anyone":
      return tx`true`;
  }
}
