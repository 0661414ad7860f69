import type { SqlTx } from "@/db/client";
import { crossing, type Span } from "@/lib/core/clock-line";
import { accountZone } from "@/lib/core/effective-zone";
import type { ModuleSettings } from "@/lib/core/model";
import { CLOCK_TABLES, type ClockTrigger, isStill } from "./clock-still";

type Look = { accountId: string; trigger: ClockTrigger; span: Span; settings: ModuleSettings; now: Date };

/**
 * A record whose date was set so lately may not be seen yet by everybody, so it counts as set when this has passed:
 * then each record has one moment of crossing, and is told in the one look that this moment falls into.
 */
const SETTLED_MS = 60_000;

/**
 * SQL of what crossed the trigger's line within the span and is still what it waits for: `id`, `contact_id`. Index
 * ranges over the line's column and over when that was set, so what has not crossed costs nothing.
 */
export function crossed(tx: SqlTx, { accountId, trigger, span, settings, now }: Look) {
  const bounds = crossing(trigger, span, accountZone(settings));
  const still = isStill(tx, trigger, { now, settings });
  const rows = tx`
    select r.id, r.contact_id from ${tx(CLOCK_TABLES[trigger.event])} r
    join contacts c on c.id = r.contact_id and c.deleted_at is null
    where r.account_id = ${accountId} and ${still}`;
  const { from = "", to = "" } = bounds ?? {};
  if (trigger.event === "conversation.idle") {
    return tx`${rows} and r.last_message_at >= ${from}::timestamptz and r.last_message_at < ${to}::timestamptz`;
  }
  const lag = (at: Date) => new Date(at.getTime() - SETTLED_MS);
  const [date, before, after] =
    trigger.event === "appointment.upcoming"
      ? [tx`r.starts_at`, tx`${to}::timestamptz`, tx`${from}::timestamptz`]
      : [tx`r.due_on`, tx`${to}::date`, tx`${from}::date`];
  return tx`
    ${rows} and ${date} >= ${after} and ${date} < ${before} and r.date_set_at < ${lag(span.to)}
    union
    ${rows} and r.date_set_at >= ${lag(span.from)} and r.date_set_at < ${lag(span.to)} and ${date} < ${before}`;
}
