import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { isUnconditional } from "@/lib/core/conditions";
import { RECORD_KINDS, type Target } from "@/lib/core/model";
import type { Trigger } from "@/lib/core/model-rules";
import { DAY_MS } from "@/lib/core/zone";
import { isClockTrigger } from "@/lib/engine/clock-still";
import { loadRecords } from "@/lib/engine/record-facts";
import { loadAccount } from "@/lib/engine/snapshot";
import type { Subject } from "@/lib/engine/trigger";
import { aboutIdOf, meetingConditions, targetOf } from "./meeting";
import { pastEvents } from "./past-events";
import { pastLines } from "./past-lines";
import { HISTORY_DAYS, MOST_NAMED, type TriggerHistory } from "./schema";

/** Without conditions the database counts by itself; with them each of these is judged, as by the engine. */
const MOST_COUNTED = 100_000;
const MOST_JUDGED = 10_000;

type Wish = { trigger: Trigger; target: Target; now: Date };
type Past = { contact_id: string; record_id: string | null; conversation_id: string | null; at: Date };
type Happening = Past & { event_id: string | null };

/**
 * Whom a trigger would have enrolled in the last thirty days: each contact, or thread or record that a run would be
 * about, once. Judged by the values of today; who is blocked or deleted is nobody. Looks at the newest happenings, and
 * says so where there were more.
 */
export const historyOf = (accountId: AccountId, wish: Wish): Promise<TriggerHistory> =>
  withAccountSql(accountId, async (tx) => {
    const happenings = await pastOf(tx, accountId, wish);
    return isUnconditional(wish.trigger) ? counted(tx, wish, happenings) : judged(tx, wish, happenings);
  });

async function pastOf(tx: SqlTx, accountId: AccountId, { trigger, now }: Wish) {
  const past = { accountId, since: new Date(now.getTime() - HISTORY_DAYS * DAY_MS), now };
  if (!isClockTrigger(trigger)) return { sql: pastEvents(tx, { ...past, trigger }) };
  const { settings } = await loadAccount(tx);
  return { sql: pastLines(tx, { ...past, trigger, settings }) };
}

/** Wrapped, because a statement that is answered by itself would be carried out. */
type Happenings = Awaited<ReturnType<typeof pastOf>>;

const newest = (tx: SqlTx, { sql }: Happenings, most: number) => tx`
  select h.* from (${sql}) h order by h.at desc limit ${most + 1}`;

const isSomebody = (tx: SqlTx) => tx`
  join contacts c on c.id = h.contact_id and c.deleted_at is null and c.blocked_at is null`;

async function counted(
  tx: SqlTx,
  { trigger, target }: Wish,
  happenings: Happenings,
): Promise<TriggerHistory> {
  const about = target === "conversation" ? tx`h.conversation_id` : tx`h.record_id`;
  const key = target === "contact" ? tx`null::uuid` : about;
  const [row] = await tx<{ looked: number; count: number; named: (Omit<Past, "at"> & { at: string })[] }[]>`
    with h as materialized (${newest(tx, happenings, MOST_COUNTED)}), once as materialized (
      select h.contact_id, h.about_id as record_id, h.at
      from (select h.contact_id, ${key} as about_id, max(h.at) as at from h group by 1, 2) h ${isSomebody(tx)}
    )
    select (select count(*)::int from h) as looked, (select count(*)::int from once) as count, (
      select coalesce(json_agg(n), '[]') from (select * from once order by at desc limit ${MOST_NAMED}) n
    ) as named`;
  const { looked = 0, count = 0, named = [] } = row ?? {};
  const past = named.map((one) => ({ ...one, at: new Date(one.at) }));
  return { count, isAtLeast: looked > MOST_COUNTED, named: await nameThem(tx, { trigger, target }, past) };
}

async function judged(
  tx: SqlTx,
  { trigger, target, now }: Wish,
  happenings: Happenings,
): Promise<TriggerHistory> {
  const rows = await tx<(Happening & { is_somebody: boolean })[]>`
    select h.*, c.id is not null as is_somebody from (${newest(tx, happenings, MOST_JUDGED)}) h
    left ${isSomebody(tx)} order by h.at desc`;
  const atOf = new Map<Subject, Date>();
  for (const row of rows.filter((one) => one.is_somebody)) atOf.set(subjectOf(row), row.at);
  const asked = [...atOf.keys()];
  const met = await meetingConditions(tx, { trigger, target, subjects: asked, now });
  const times = new Map([...atOf].map(([subject, at]) => [keyOf(subject), at]));
  const once = new Map<string, Past>();
  for (const subject of met) {
    const key = `${subject.contactId} ${aboutIdOf(subject, target) ?? ""}`;
    const { contactId, recordId = null, conversationId = null } = subject;
    const at = atOf.get(subject) ?? times.get(keyOf(subject)) ?? now;
    if (!once.has(key))
      once.set(key, { contact_id: contactId, record_id: recordId, conversation_id: conversationId, at });
  }
  const named = await nameThem(tx, { trigger, target }, [...once.values()].slice(0, MOST_NAMED));
  return { count: once.size, isAtLeast: rows.length > MOST_JUDGED, named };
}

function subjectOf({ contact_id: contactId, record_id, conversation_id, event_id }: Happening): Subject {
  return {
    contactId,
    ...(record_id && { recordId: record_id }),
    ...(conversation_id && { conversationId: conversation_id }),
    ...(event_id && { eventId: event_id }),
  };
}

/** A contact that stands for its open records is answered once for each of them, as the same happening. */
const keyOf = ({ contactId, eventId }: Subject) => `${contactId} ${eventId ?? ""}`;

async function nameThem(
  tx: SqlTx,
  { trigger, target }: Pick<Wish, "trigger" | "target">,
  past: Past[],
): Promise<TriggerHistory["named"]> {
  const kind = RECORD_KINDS.find((one) => one === targetOf(trigger, target));
  const refs = kind ? past.flatMap(({ record_id: id }) => (id ? [{ kind, id }] : [])) : [];
  const records = await loadRecords(tx, refs);
  const people = await tx<{ id: string; name: string }[]>`
    select id, name from contacts where id = any(${past.map((one) => one.contact_id)})`;
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return past.map(({ contact_id: contactId, record_id, at }) => {
    const title = record_id ? records.get(record_id)?.values.title : undefined;
    return {
      contactId,
      name: nameOf.get(contactId) ?? "",
      title: title === undefined ? null : String(title),
      at: at.toISOString(),
    };
  });
}
