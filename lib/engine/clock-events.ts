import { type SqlTx, withAccountSql } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { triggerHappened } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ModuleSettings } from "@/lib/core/model";
import type { Trigger } from "@/lib/core/model-rules";
import { type ClockTrigger, isClockTrigger } from "./clock-still";
import { crossed } from "./crossed";
import { loadAccount } from "./snapshot";
import { SUBJECTS_AT_ONCE } from "./trigger";
import { MOST_ATTEMPTS } from "./webhook";

/** Of a worker that was away: what crossed meanwhile is told in steps, none of which holds its locks for long. */
const LONGEST_LOOK_MS = 6 * 60 * 60 * 1000;
/** Per account and call, over all its triggers: the other accounts wait for it. */
const MOST_LOOKS = 24;

/**
 * Tells what crossed the lines of the account's triggers of the clock since they were last looked at. Where the look
 * ended stands in the transaction of what it told: two that look at once, or one that dies, tell nothing twice and lose
 * nothing. What is left of a long absence is told by the next calls. Answers how many subjects were told.
 */
export async function lookAtClock(accountId: AccountId, now: Date): Promise<number> {
  const due = await withAccountSql(
    accountId,
    (tx) => tx<{ id: string }[]>`
      select id from triggers where account_id = ${accountId} and checked_until < ${now} order by checked_until`,
  );
  let told = 0;
  let looks = 0;
  // All triggers once before any of them again.
  for (let waiting: { id: string }[] = due; waiting.length > 0 && looks < MOST_LOOKS; ) {
    const more: { id: string }[] = [];
    for (const { id } of waiting) {
      const look = await withAccountSql(accountId, (tx) => lookOnce(tx, accountId, { id, now }));
      told += look.told;
      looks += 1;
      if (!look.isOver) more.push({ id });
    }
    waiting = more;
  }
  return told;
}

type Look = { told: number; isOver: boolean };
const OVER: Look = { told: 0, isOver: true };

async function lookOnce(
  tx: SqlTx,
  accountId: AccountId,
  { id, now }: { id: string; now: Date },
): Promise<Look> {
  const [row] = await tx<{ trigger: Trigger; from: Date; isHeard: boolean }[]>`
    select t.trigger, t.checked_until as from,
      coalesce((select s.status = 'active' from sequences s where s.id = t.sequence_id), r.is_on, false) as "isHeard"
    from triggers t left join rules r on r.id = t.rule_id
    where t.id = ${id} and t.checked_until < ${now} for update of t skip locked`;
  if (!row || !isClockTrigger(row.trigger)) return OVER;
  const { trigger, from, isHeard } = row;
  const until = isHeard ? await endOfLook(tx, { trigger, from, now }) : now;
  if (until <= from) return OVER;
  const { settings } = await loadAccount(tx);
  const look = { accountId, triggerId: id, trigger, span: { from, to: until }, settings, now };
  const told = isHeard ? await tell(tx, look) : 0;
  await tx`update triggers set checked_until = ${until} where id = ${id} and checked_until = ${from}`;
  return { told, isOver: until >= now };
}

/**
 * No message that has come in and is not taken in yet may find its line crossed already: silence is judged only up to
 * the oldest of them.
 */
async function endOfLook(
  tx: SqlTx,
  { trigger, from, now }: { trigger: ClockTrigger; from: Date; now: Date },
): Promise<Date> {
  const end = new Date(Math.min(now.getTime(), from.getTime() + LONGEST_LOOK_MS));
  if (trigger.event !== "conversation.idle") return end;
  const [waiting] = await tx<{ at: Date | null }[]>`
    select min(received_at) as at from inbound_events
    where processed_at is null and attempts < ${MOST_ATTEMPTS}`;
  return waiting?.at && waiting.at < end ? waiting.at : end;
}

type Wish = {
  accountId: AccountId;
  triggerId: string;
  trigger: ClockTrigger;
  span: { from: Date; to: Date };
  settings: ModuleSettings;
  now: Date;
};

/** Written by the database itself, so that however many cross at once pass through no worker's memory. */
async function tell(tx: SqlTx, wish: Wish): Promise<number> {
  const { accountId, triggerId, trigger, span } = wish;
  const key = `${triggerId}:${span.to.toISOString()}`;
  const idKey = trigger.event === "conversation.idle" ? "conversationId" : "recordId";
  const rows = await tx<{ told: number }[]>`
    insert into outbox (event_id, name, data)
    select 'trigger:' || ${trigger.event}::text || ':' || ${key}::text || ':' || chunk, ${triggerHappened.name},
      jsonb_build_object('accountId', ${accountId}::text, 'event', ${trigger.event}::text, 'name', '',
        'key', ${key}::text || ':' || chunk, 'causedBy', '[]'::jsonb, 'triggerId', ${triggerId}::text,
        'subjects', jsonb_agg(jsonb_build_object('contactId', contact_id, ${idKey}::text, id)))
    from (
      select id, contact_id, (row_number() over (order by id) - 1) / ${SUBJECTS_AT_ONCE} as chunk
      from (${crossed(tx, wish)}) found
    ) chunked
    group by chunk returning jsonb_array_length(data->'subjects') as told`;
  if (rows.length > 0) await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
  return rows.reduce((sum, row) => sum + row.told, 0);
}
