import type { SqlTx } from "@/db/client";
import { pastSilences } from "@/lib/conversations/past-silences";
import { crossing } from "@/lib/core/clock-line";
import { accountZone } from "@/lib/core/effective-zone";
import type { ModuleSettings } from "@/lib/core/model";
import { idleOf, offsetOf } from "@/lib/core/trigger";
import type { ClockTrigger } from "@/lib/engine/clock-still";
import type { Past } from "./past-events";

type PastLine = Omit<Past, "trigger"> & { trigger: ClockTrigger; settings: ModuleSettings };

/**
 * SQL of what crossed the line of a trigger of the clock, in the columns of `pastEvents`. Of how a thread or record
 * stood at that moment it knows what is kept: when its status was last set, and who wrote when.
 */
export function pastLines(tx: SqlTx, past: PastLine) {
  return past.trigger.event === "conversation.idle" ? pastIdle(tx, past) : pastDates(tx, past);
}

function pastIdle(tx: SqlTx, { accountId, trigger, since, now }: PastLine) {
  return tx`
    select contact_id, null::uuid as record_id, conversation_id, null::uuid as event_id, at
    from (${pastSilences(tx, { ...idleOf(trigger), accountId, since, now })}) s`;
}

function pastDates(tx: SqlTx, { accountId, trigger, since, now, settings }: PastLine) {
  const zone = accountZone(settings);
  const bounds = crossing(trigger, { from: since, to: now }, zone);
  const { amount, unit } = offsetOf(trigger) ?? { amount: 0, unit: "days" as const };
  const [days, hours] = unit === "days" ? [amount, 0] : [0, amount];
  const { from = "", to = "" } = bounds ?? {};
  const dates = (() => {
    switch (trigger.event) {
      case "appointment.upcoming":
        return tx`
          select *, starts_at as date, status in ('booked', 'confirmed') as is_open, case when ${unit} = 'days'
            then (date_trunc('day', starts_at at time zone ${zone}) - make_interval(days => ${days})) at time zone ${zone}
            else starts_at - make_interval(hours => ${hours}) end as line
          from appointments
          where account_id = ${accountId} and starts_at >= ${from}::timestamptz and starts_at < ${to}::timestamptz`;
      case "charge.due_soon":
        return tx`
          select *, (due_on + 1)::timestamp at time zone ${zone} as date, status = 'pending' as is_open,
            (due_on - make_interval(days => ${days})) at time zone ${zone} - make_interval(hours => ${hours}) as line
          from charges where account_id = ${accountId} and due_on >= ${from}::date and due_on < ${to}::date`;
      default:
        return tx`
          select *, 'infinity'::timestamptz as date, status in ('pending', 'overdue') as is_open,
            (due_on + make_interval(days => case when ${unit} = 'days' then ${days}::int else 1 end))
              at time zone ${zone} + make_interval(hours => ${hours}) as line
          from charges where account_id = ${accountId} and due_on >= ${from}::date and due_on < ${to}::date`;
    }
  })();
  // A date that was set after its line had passed crossed it then.
  return tx`
    select r.contact_id, r.id as record_id, null::uuid as conversation_id, null::uuid as event_id,
      greatest(r.line, r.date_set_at) as at
    from (${dates}) r
    where greatest(r.line, r.date_set_at) < least(${now}::timestamptz, r.date)
      and (r.is_open or r.status_at > greatest(r.line, r.date_set_at))`;
}
