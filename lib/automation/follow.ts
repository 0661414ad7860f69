import { type SqlTx, withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import { rulesClaimedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RuleAction, Trigger, TriggerEvent } from "@/lib/core/model-rules";
import { MAX_CHAIN, MAX_PER_HOUR } from "@/lib/core/rule-circle";
import type { Subject } from "@/lib/engine/trigger";
import { meetingTrigger } from "@/lib/triggers/meeting";

type Happened = {
  event: TriggerEvent;
  name: string;
  /** Names what happened, once and for all. */
  key: string;
  subjects: Subject[];
  /** The rules, the first one first, whose actions led to it. */
  causedBy: string[];
  /** Only this trigger listens. */
  triggerId?: string;
  now: Date;
};

type Listener = { ruleId: string; trigger: Trigger };
type Claimed = { claimed: number; refused: number };

/** Runs in one event: they are carried out one after the other. */
const CHUNK = 20;
const HOUR_MS = 3_600_000;

/**
 * Writes down, for each rule that is on and listens, whom of the subjects that meet it it is followed for, and tells
 * that they are to be carried out. Told twice a rule is followed once. What would go in a circle is written down as
 * refused, with its reason.
 */
export async function claimRules(accountId: AccountId, happened: Happened): Promise<Claimed> {
  const total: Claimed = { claimed: 0, refused: 0 };
  const { subjects, now } = happened;
  for (const listener of await listenersOf(accountId, happened)) {
    const { trigger } = listener;
    const met = await meetingTrigger(accountId, { trigger, target: "contact", subjects, now });
    if (met.length === 0) continue;
    const { claimed, refused } = await claim(accountId, listener, { ...happened, subjects: met });
    total.claimed += claimed;
    total.refused += refused;
  }
  return total;
}

const listenersOf = (accountId: AccountId, { event, name, triggerId }: Happened): Promise<Listener[]> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<Listener[]>`
      select t.rule_id as "ruleId", t.trigger from triggers t
      join rules r on r.id = t.rule_id and r.is_on and r.archived_at is null
      where t.event = ${event} and t.name = ${name}
        and ${triggerId ? tx`t.id = ${triggerId}` : tx`t.checked_until is null`}
      order by t.id`;
    return [...rows];
  });

const claim = (accountId: AccountId, { ruleId }: Listener, happened: Happened): Promise<Claimed> =>
  withAccountSql(accountId, async (tx) => {
    // Locked, so that two events at once count each other's runs, and none is followed after it was switched off.
    const [rule] = await tx<{ actions: RuleAction[] }[]>`
      select actions from rules where id = ${ruleId} and is_on and archived_at is null for no key update`;
    if (!rule) return { claimed: 0, refused: 0 };
    const rows = await judged(tx, ruleId, happened);
    const { event, name, causedBy, now } = happened;
    const inserted = await tx<{ id: string; status: string }[]>`
      insert into rule_runs (account_id, rule_id, event, event_key, contact_id, record_id, conversation_id, status,
        because, actions, caused_by, at, finished_at)
      select ${accountId}, ${ruleId}, ${name || event}, w.key, w."contactId", w."recordId", w."conversationId",
        case when w.because is null then 'running' else 'refused' end, w.because,
        case when w.because is null then ${tx.json(rule.actions)}::jsonb else '[]' end, ${causedBy}::uuid[], ${now},
        case when w.because is null then null else ${now}::timestamptz end
      from jsonb_to_recordset(${tx.json(rows)}::jsonb)
        as w(key text, "contactId" uuid, "recordId" uuid, "conversationId" uuid, because text)
      on conflict do nothing returning id, status`;
    const running = inserted.filter(({ status }) => status === "running").map(({ id }) => id);
    await tellClaimed(tx, accountId, running);
    return { claimed: running.length, refused: inserted.length - running.length };
  });

type Judged = {
  key: string;
  contactId: string;
  recordId: string | null;
  conversationId: string | null;
  because: "own_doing" | "chain_too_long" | "too_often" | null;
};

async function judged(tx: SqlTx, ruleId: string, happened: Happened): Promise<Judged[]> {
  const { subjects, causedBy, now } = happened;
  const followed = await countFollowed(tx, ruleId, { ...happened, since: new Date(now.getTime() - HOUR_MS) });
  const circle = causedBy.includes(ruleId)
    ? ("own_doing" as const)
    : causedBy.length >= MAX_CHAIN
      ? ("chain_too_long" as const)
      : null;
  return subjects.map(({ contactId, recordId = null, conversationId = null }) => {
    const count = followed.get(contactId) ?? 0;
    const because = circle ?? (count >= MAX_PER_HOUR ? ("too_often" as const) : null);
    if (!because) followed.set(contactId, count + 1);
    return { key: keyOf(happened, recordId ?? conversationId), contactId, recordId, conversationId, because };
  });
}

/** One contact may be told of twice by one event, about two of their records. */
const keyOf = ({ event, name, key }: Happened, aboutId: string | null): string =>
  `${name || event}:${key}:${aboutId ?? ""}`;

async function countFollowed(
  tx: SqlTx,
  ruleId: string,
  { subjects, since }: Happened & { since: Date },
): Promise<Map<string, number>> {
  const ids = [...new Set(subjects.map(({ contactId }) => contactId))];
  const rows = await tx<{ contactId: string; count: number }[]>`
    select contact_id as "contactId", count(*)::int as count from rule_runs
    where rule_id = ${ruleId} and contact_id = any(${ids}) and at > ${since} and status <> 'refused'
    group by contact_id`;
  return new Map(rows.map(({ contactId, count }) => [contactId, count]));
}

const tellClaimed = (tx: SqlTx, accountId: AccountId, runIds: string[]): Promise<void> =>
  emit(
    tx,
    Array.from({ length: Math.ceil(runIds.length / CHUNK) }, (_, chunk) =>
      rulesClaimedOf({ accountId, runIds: runIds.slice(chunk * CHUNK, (chunk + 1) * CHUNK) }),
    ),
  );
