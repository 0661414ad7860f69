import type { SqlTx } from "@/db/client";
import { driverOf } from "@/lib/channels/registry";
import { capacitiesOf } from "@/lib/core/day-capacity";
import { accountZone } from "@/lib/core/effective-zone";
import type { ModuleSettings } from "@/lib/core/model";
import { type AheadStep, type Arrival, queueAhead } from "@/lib/core/queue-ahead";
import { DAY_MS, isoDateOf, startOfDay, toInstantMs, toLocalMs } from "@/lib/core/zone";
import { loadInboxes, type PacedInbox } from "@/lib/engine/inbox";
import { limitsOf } from "@/lib/engine/inbox-limits";
import { loadUsed } from "@/lib/engine/pace-inbox";
import { loadVersions } from "@/lib/engine/versions";
import { type Due, readActive, readDue, readThreads } from "./read-due";
import type { Ahead } from "./schema";
import { type Sender, stepsAhead } from "./steps-ahead";

const DAYS_AHEAD = 7;

type Asking = { accountId: string; settings: ModuleSettings; now: Date };

/** What will be sent today and on the six days after it, by inbox and under its limits, if nobody answers. An estimate. */
export async function readAhead(tx: SqlTx, { accountId, settings, now }: Asking): Promise<Ahead> {
  const zone = accountZone(settings);
  const midnights = midnightsFrom(now, zone);
  const [inboxes, due] = await Promise.all([loadInboxes(tx), readDue(tx, accountId, midnights)]);
  const ids = inboxes.map(({ id }) => id);
  const [arrivals, used] = await Promise.all([
    arrivalsOf(tx, accountId, { due, midnights, senders: inboxes.map(toSender) }),
    loadUsed(tx, ids),
  ]);
  const calendar = {
    ...{ now, zone, hours: settings.sendingHours, holidays: settings.holidays },
    days: DAYS_AHEAD,
  };
  const { days, left, nowhere } = queueAhead(arrivals, {
    days: DAYS_AHEAD,
    inboxes: inboxes.map((inbox) => {
      const day = used.get(inbox.id)?.day;
      const usedToday = day && day.from >= (midnights[0] ?? now) ? day.count : 0;
      const open = capacitiesOf({ limits: limitsOf(inbox), usedToday }, calendar);
      return { id: inbox.id, capacities: inbox.status === "paused" ? open.map(() => 0) : open };
    }),
  });
  const busy = new Set([...days.flatMap(({ sent }) => [...sent.keys()]), ...left.keys()]);
  return {
    days: days.map(({ sent }, n) => ({
      day: isoDateOf(toLocalMs(midnights[n]?.getTime() ?? 0, zone)),
      sent: [...sent].map(([inboxId, count]) => ({ inboxId, count })),
    })),
    inboxes: inboxes
      .filter(({ id }) => busy.has(id))
      .map(({ id, name }) => ({ id, name, left: left.get(id) ?? 0 })),
    nowhere,
  };
}

/** Today's and those of the days after it, with the end of the last one. */
function midnightsFrom(now: Date, zone: string): Date[] {
  const today = startOfDay(toLocalMs(now.getTime(), zone));
  return Array.from({ length: DAYS_AHEAD + 1 }, (_, n) => new Date(toInstantMs(today + n * DAY_MS, zone)));
}

const toSender = ({ id, channel, provider, status }: PacedInbox): Sender => ({
  ...{ id, channel, isActive: status === "active", hasTemplates: driverOf(provider).hasTemplates },
});

async function arrivalsOf(
  tx: SqlTx,
  accountId: string,
  { due, midnights, senders }: { due: Due[]; midnights: readonly Date[]; senders: readonly Sender[] },
): Promise<Arrival[]> {
  const versionIds = due.map(({ version_id }) => version_id);
  const [active, versions, threads] = await Promise.all([
    readActive(tx, versionIds),
    loadVersions(tx, versionIds),
    readThreads(tx, accountId, midnights),
  ]);
  const stepsOf = new Map<string, AheadStep[]>();
  for (const [versionId, sequenceId] of active) {
    const snapshot = versions.get(versionId);
    if (snapshot)
      stepsOf.set(versionId, stepsAhead(snapshot, { senders, threads: threads.get(sequenceId) ?? [] }));
  }
  return due.flatMap(({ version_id, step_id, queued_inbox_id: queued, day, count }) => {
    const steps = stepsOf.get(version_id);
    const step = versions.get(version_id)?.steps.findIndex(({ id }) => id === step_id) ?? -1;
    if (!steps || step < 0) return [];
    // Whoever stands in a queue has made the choice.
    const chosen = queued
      ? steps.map((one, n) => (n === step ? { ...one, inboxes: [{ id: queued, weight: 1 }] } : one))
      : steps;
    return [{ steps: chosen, step, day, count }];
  });
}
