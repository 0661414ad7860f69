import type { SqlTx } from "@/db/client";
import { driverOf } from "@/lib/channels/registry";
import { capacitiesOf } from "@/lib/core/day-capacity";
import { accountZone } from "@/lib/core/effective-zone";
import type { ModuleSettings, SequenceSnapshot } from "@/lib/core/model";
import { type Arrival, queueAhead } from "@/lib/core/queue-ahead";
import { DAY_MS, isoDateOf, startOfDay, toInstantMs, toLocalMs } from "@/lib/core/zone";
import { loadInboxes, type PacedInbox } from "@/lib/engine/inbox";
import { limitsOf } from "@/lib/engine/inbox-limits";
import { loadUsed } from "@/lib/engine/pace-inbox";
import { loadVersions } from "@/lib/engine/versions";
import type { Ahead } from "./schema";
import { type Sender, stepsAhead } from "./steps-ahead";

export const DAYS_AHEAD = 7;

/** Waits that end in another look or when a person acts, rather than in a message. */
const NOT_A_SEND = [
  "run_paused",
  "sequence_paused",
  "reply_waits",
  "template_unusable",
  "step_blocked",
  "sending",
];
/** Of a sequence: so many runs tell by which inboxes its conversations go. */
const THREADS_LOOKED_AT = 200;

type Asking = { accountId: string; settings: ModuleSettings; now: Date };

/** What will be sent today and on the six days after it, by inbox and under its limits, if nobody answers. An estimate. */
export async function readAhead(tx: SqlTx, asking: Asking): Promise<Ahead> {
  const { accountId, settings, now } = asking;
  const zone = accountZone(settings);
  const midnights = midnightsFrom(now, zone);
  const [inboxes, due] = await Promise.all([loadInboxes(tx), readDue(tx, asking, midnights)]);
  const sequenceIds = [...new Set(due.map(({ sequence_id }) => sequence_id))];
  const [versions, threads, used] = await Promise.all([
    loadVersions(
      tx,
      due.map(({ version_id }) => version_id),
    ),
    readThreads(tx, accountId, sequenceIds),
    loadUsed(
      tx,
      inboxes.map(({ id }) => id),
    ),
  ]);
  const senders = inboxes.map(toSender);
  const arrivals = due.flatMap((group) => arrivalsOf(group, { versions, threads, senders }));
  const calendar = { now, zone, hours: settings.sendingHours, holidays: settings.holidays, days: DAYS_AHEAD };
  const result = queueAhead(arrivals, {
    days: DAYS_AHEAD,
    inboxes: inboxes.map((inbox) => {
      const { day } = used.get(inbox.id) ?? { day: null };
      const usedToday = day && day.from >= (midnights[0] ?? now) ? day.count : 0;
      const open = capacitiesOf({ limits: limitsOf(inbox), usedToday }, calendar);
      return { id: inbox.id, capacities: inbox.status === "paused" ? open.map(() => 0) : open };
    }),
  });
  const days = result.days.map(({ sent }, n) => ({
    day: isoDateOf(toLocalMs(midnights[n]?.getTime() ?? 0, zone)),
    sent: [...sent].map(([inboxId, count]) => ({ inboxId, count })),
  }));
  const sending = new Set([...result.days.flatMap(({ sent }) => [...sent.keys()]), ...result.left.keys()]);
  return {
    days,
    inboxes: inboxes
      .filter(({ id }) => sending.has(id))
      .map(({ id, name }) => ({ id, name, left: result.left.get(id) ?? 0 })),
    nowhere: result.nowhere,
  };
}

const toSender = ({ id, channel, provider, status }: PacedInbox): Sender => ({
  ...{ id, channel, isActive: status === "active", hasTemplates: driverOf(provider).hasTemplates },
});

/** Today's and those of the days after it, with the end of the last one. */
function midnightsFrom(now: Date, zone: string): Date[] {
  const today = startOfDay(toLocalMs(now.getTime(), zone));
  return Array.from({ length: DAYS_AHEAD + 1 }, (_, n) => new Date(toInstantMs(today + n * DAY_MS, zone)));
}

type Due = {
  day: number;
  sequence_id: string;
  version_id: string;
  step_id: string;
  queued_inbox_id: string | null;
  count: number;
};

/** Live runs by the day of their next moment; those that are late, or stand in a queue, come today. */
function readDue(tx: SqlTx, { accountId }: Asking, midnights: Date[]): Promise<Due[]> {
  const edges = midnights.slice(1).map((at) => at.toISOString());
  return tx<Due[]>`
    select case when e.queued_inbox_id is null
        then width_bucket(e.next_action_at, ${edges}::timestamptz[]) else 0 end as day,
      e.sequence_id, e.version_id, e.step_id, e.queued_inbox_id, count(*)::int as count
    from enrollments e
    where e.account_id = ${accountId} and e.status = 'active' and e.next_action_at < ${edges.at(-1) ?? ""}::timestamptz
      and e.step_id is not null and not e.is_holdout
      and (e.next_because is null or e.next_because <> all(${NOT_A_SEND}))
      and exists (select from sequences s where s.id = e.sequence_id and s.status = 'active')
    group by 1, 2, 3, 4, 5`;
}

/** By sequence: by which inboxes the conversations of its live runs go, in the proportion of some of them. */
async function readThreads(tx: SqlTx, accountId: string, sequenceIds: string[]) {
  const rows = await tx<{ sequence_id: string; id: string; weight: number }[]>`
    select s.id as sequence_id, t.id, t.weight
    from unnest(${sequenceIds}::uuid[]) s(id) cross join lateral (
      select c.inbox_id as id, count(*)::int as weight from (
        select conversation_id from enrollments
        where sequence_id = s.id and status = 'active' and conversation_id is not null
          and account_id = ${accountId} limit ${THREADS_LOOKED_AT}) e
      join conversations c on c.id = e.conversation_id group by c.inbox_id) t
    order by t.weight desc, t.id`;
  const found = new Map<string, { id: string; weight: number }[]>();
  for (const { sequence_id, ...thread } of rows)
    found.set(sequence_id, [...(found.get(sequence_id) ?? []), thread]);
  return found;
}

type Known = {
  versions: ReadonlyMap<string, SequenceSnapshot>;
  threads: Awaited<ReturnType<typeof readThreads>>;
  senders: readonly Sender[];
};

function arrivalsOf(group: Due, { versions, threads, senders }: Known): Arrival[] {
  const snapshot = versions.get(group.version_id);
  const step = snapshot?.steps.findIndex(({ id }) => id === group.step_id) ?? -1;
  if (!snapshot || step < 0) return [];
  const steps = stepsAhead(snapshot, { senders, threads: threads.get(group.sequence_id) ?? [] });
  const queued = group.queued_inbox_id;
  // Whoever stands in a queue has made the choice.
  const chosen = queued
    ? steps.map((one, n) => (n === step ? { ...one, inboxes: [{ id: queued, weight: 1 }] } : one))
    : steps;
  return [{ steps: chosen, step, day: group.day, count: group.count }];
}
