import type { SqlTx } from "@/db/client";
import { isUnconditional } from "@/lib/core/conditions";
import { heardAs, idleOf } from "@/lib/core/trigger";
import { MINUTE_MS } from "@/lib/core/zone";
import { isClockTrigger } from "@/lib/engine/clock-still";
import { loadAccount } from "@/lib/engine/snapshot";
import { pastEvents } from "@/lib/triggers/past-events";
import { pastLines } from "@/lib/triggers/past-lines";
import type { ListenerRow } from "./find-triggers";

/** What has happened so often should have been met once. Less may well be chance, or a rare condition. */
const HAPPENINGS_NEEDED = 50;
/** Where more attempts were refused nobody looks for those of one sequence among them. */
const REFUSALS_LOOKED_AT = 5_000;

type Asked = { listener: ListenerRow; accountId: string; since: Date; now: Date };

/** Whether a trigger has matched nobody since then although its kind of event has happened often. */
export async function isSilent(tx: SqlTx, asked: Asked): Promise<boolean> {
  const { listener } = asked;
  // Whom it meets without a condition is decided by the rules of enrollment, not by the trigger.
  if (isUnconditional(listener.trigger)) return false;
  const hasMatched = listener.sequenceId ? await hasStarted(tx, asked) : await hasFollowed(tx, asked);
  return !hasMatched && (await hasHappened(tx, asked));
}

/** Runs that it began, or would have begun had the rules of enrollment not refused them. */
async function hasStarted(tx: SqlTx, { listener, accountId, since }: Asked): Promise<boolean> {
  const { event, name } = heardAs(listener.trigger);
  const { sequenceId } = listener;
  const entries = [event, ...(name ? [name] : [])];
  const [row] = await tx<{ started: boolean; refused: boolean }[]>`
    select exists (
      select from run_rollups where account_id = ${accountId} and sequence_id = ${sequenceId} and grain = 'entry'
        and day >= ${since}::date - 1 and entry = any(${entries}) and runs > 0
    ) or exists (
      select from run_changes where account_id = ${accountId} and sequence_id = ${sequenceId}
        and entry = any(${entries}) and enrolled_at >= ${since} and runs > 0
    ) as started, (
      select count(*) > ${REFUSALS_LOOKED_AT} or coalesce(bool_or(sequence_id = ${sequenceId}), false) from (
        select because->'data'->>'sequenceId' as sequence_id from ledger
        where account_id = ${accountId} and kind = 'enrollment_refused' and id >= id_floor(${since})
        order by id desc limit ${REFUSALS_LOOKED_AT + 1}) r
    ) as refused`;
  return row === undefined || row.started || row.refused;
}

async function hasFollowed(tx: SqlTx, { listener, since }: Asked): Promise<boolean> {
  const [row] = await tx`
    select from rule_runs where rule_id = ${listener.ruleId} and id >= id_floor(${since}) limit 1`;
  return row !== undefined;
}

async function hasHappened(tx: SqlTx, { listener, accountId, since, now }: Asked): Promise<boolean> {
  const { trigger } = listener;
  const past = { accountId, since, now };
  const happened = !isClockTrigger(trigger)
    ? pastEvents(tx, { ...past, trigger })
    : trigger.event === "conversation.idle"
      ? silences(tx, { ...past, trigger })
      : pastLines(tx, { ...past, trigger, settings: (await loadAccount(tx)).settings });
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from (select from (${happened}) h limit ${HAPPENINGS_NEEDED}) few`;
  return (row?.count ?? 0) >= HAPPENINGS_NEEDED;
}

/** Threads that are silent now and have been for as long as the trigger waits: the earlier ones need not be looked for. */
function silences(
  tx: SqlTx,
  { accountId, trigger, since, now }: Omit<Asked, "listener"> & Pick<ListenerRow, "trigger">,
) {
  const { minutes, lastWord, statuses } = idleOf(trigger);
  const until = new Date(now.getTime() - minutes * MINUTE_MS);
  const said = {
    anyone: tx`true`,
    team: tx`last_outbound_at >= last_message_at`,
    contact: tx`last_inbound_at >= last_message_at`,
  }[lastWord];
  return tx`
    select from conversations
    where account_id = ${accountId} and last_message_at >= ${since} and last_message_at < ${until}
      and status = any(${[...statuses]}::conversation_status[]) and ${said}`;
}
