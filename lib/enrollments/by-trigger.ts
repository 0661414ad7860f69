import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SequenceSnapshot } from "@/lib/core/model";
import type { Trigger, TriggerEvent } from "@/lib/core/model-rules";
import { sequenceSnapshotSchema } from "@/lib/core/model-schemas";
import { aboutOpen } from "@/lib/engine/about-what";
import { recordKindOf } from "@/lib/engine/record-facts";
import type { Subject } from "@/lib/engine/trigger";
import { AppError } from "@/lib/errors";
import { aboutIdOf, meetingTrigger } from "@/lib/triggers/meeting";
import { enroll } from "./mutations";

type Happened = {
  event: TriggerEvent;
  name: string;
  subjects: Subject[];
  /** Of what the clock brought about: the one trigger whose line was crossed. */
  triggerId?: string;
  now: Date;
};

type Listener = {
  sequenceId: string;
  snapshot: SequenceSnapshot;
  trigger: Trigger;
};

/**
 * Enrolls the subjects of an event into every active sequence that listens to it and whose conditions they meet. Told
 * twice it enrolls nobody twice: a live run is answered with itself, and re-enrollment has its own rule.
 */
export async function enrollByTrigger(
  accountId: AccountId,
  happened: Happened,
): Promise<{ enrolled: number }> {
  const { event, name, now } = happened;
  let count = 0;
  for (const { sequenceId, snapshot, trigger } of await listenersOf(accountId, happened)) {
    const subjects = await stillOpen(accountId, snapshot, happened);
    const chosen = await meetingTrigger(accountId, { trigger, target: snapshot.target, subjects, now });
    if (chosen.length === 0) continue;
    const aboutIds = chosen.flatMap((subject) => aboutIdOf(subject, snapshot.target) ?? []);
    const { enrolled } = await enroll(accountId, {
      sequenceId,
      contactIds: chosen.map(({ contactId }) => contactId),
      ...(aboutIds.length > 0 && { aboutIds }),
      actorId: null,
      method: event === "conversation.idle" ? "inactivity" : "event",
      trigger: name || event,
      now,
    }).catch(pausedMeanwhile);
    count += enrolled.length;
  }
  return { enrolled: count };
}

function listenersOf(accountId: AccountId, { event, name, triggerId }: Happened): Promise<Listener[]> {
  return withAccountSql(accountId, async (tx) => {
    const which = triggerId ? tx`t.id = ${triggerId}` : tx`t.checked_until is null`;
    const rows = await tx<(Omit<Listener, "snapshot"> & { snapshot: unknown })[]>`
      select t.sequence_id as "sequenceId", t.trigger, v.snapshot
      from triggers t
      join sequences s on s.id = t.sequence_id and s.status = 'active'
      join sequence_versions v on v.id = s.live_version_id
      where t.event = ${event} and t.name = ${name} and ${which} order by t.id`;
    return rows.map((row) => ({ ...row, snapshot: sequenceSnapshotSchema.parse(row.snapshot) }));
  });
}

/** What has come to an end, told as such: a run that begins then is about a record as it has become. */
const OUTCOMES: ReadonlySet<TriggerEvent> = new Set([
  "deal.won",
  "deal.lost",
  "appointment.completed",
  "appointment.no_show",
  "appointment.canceled",
  "charge.paid",
  "charge.refunded",
  "charge.canceled",
  "custom",
]);

/**
 * The event may come late, after the charge was paid or the deal lost: whoever is enrolled because a record is new or
 * has changed is enrolled only while it is open.
 */
function stillOpen(
  accountId: AccountId,
  { target }: SequenceSnapshot,
  { event, subjects, now }: Happened,
): Promise<Subject[]> | Subject[] {
  const kind = recordKindOf(target);
  if (!kind || OUTCOMES.has(event)) return subjects;
  return withAccountSql(accountId, async (tx) => {
    const contactIds = [...new Set(subjects.map(({ contactId }) => contactId))];
    const open = await tx<{ id: string }[]>`
      select o.id from (${aboutOpen(tx, kind, contactIds, now)}) o`;
    const ids = new Set(open.map(({ id }) => id));
    return subjects.filter(({ recordId }) => recordId === undefined || ids.has(recordId));
  });
}

/** Between the look and the enrolling somebody paused or archived the sequence: then it starts nobody. */
function pausedMeanwhile(error: unknown): { enrolled: [] } {
  if (error instanceof AppError && (error.code === "conflict" || error.code === "not_found")) {
    return { enrolled: [] };
  }
  throw error;
}
