import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { isUnconditional, matches } from "@/lib/core/conditions";
import type { SequenceSnapshot, Target, Trigger } from "@/lib/core/model";
import { sequenceSnapshotSchema } from "@/lib/core/model-schemas";
import { lookupOf } from "@/lib/core/variables";
import { aboutContacts } from "@/lib/engine/about-contact";
import { aboutOpen } from "@/lib/engine/about-what";
import { recordKindOf } from "@/lib/engine/record-facts";
import type { Subject } from "@/lib/engine/trigger";
import { AppError } from "@/lib/errors";
import { enroll } from "./mutations";

type Happened = { event: string; name: string; subjects: Subject[]; now: Date };

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
  let count = 0;
  for (const listener of await listenersOf(accountId, happened)) {
    const chosen = await meeting(accountId, listener, happened);
    if (chosen.length === 0) continue;
    const aboutIds = chosen.flatMap((subject) => aboutIdOf(subject, listener.snapshot.target) ?? []);
    const { enrolled } = await enroll(accountId, {
      sequenceId: listener.sequenceId,
      contactIds: chosen.map(({ contactId }) => contactId),
      ...(aboutIds.length > 0 && { aboutIds }),
      actorId: null,
      trigger: happened.name || happened.event,
      now: happened.now,
    }).catch(pausedMeanwhile);
    count += enrolled.length;
  }
  return { enrolled: count };
}

function listenersOf(accountId: AccountId, { event, name }: Happened): Promise<Listener[]> {
  return withAccountSql(accountId, async (tx) => {
    const rows = await tx<(Omit<Listener, "snapshot"> & { snapshot: unknown })[]>`
      select t.sequence_id as "sequenceId", t.trigger, v.snapshot
      from triggers t
      join sequences s on s.id = t.sequence_id and s.status = 'active'
      join sequence_versions v on v.id = s.live_version_id
      where t.event = ${event} and t.name = ${name} order by t.id`;
    return rows.map((row) => ({ ...row, snapshot: sequenceSnapshotSchema.parse(row.snapshot) }));
  });
}

/** The subjects that meet the trigger's conditions, by the same values that texts may name. */
async function meeting(
  accountId: AccountId,
  { trigger, snapshot }: Listener,
  { event, subjects, now }: Happened,
): Promise<Subject[]> {
  const left = await stillOpen(accountId, snapshot, { subjects, event, now });
  if (isUnconditional(trigger) || left.length === 0) return left;
  const aboutIds = left.flatMap((subject) => aboutIdOf(subject, snapshot.target) ?? []);
  const contactIds = [...new Set(left.map(({ contactId }) => contactId))];
  const abouts = await withAccountSql(accountId, (tx) =>
    aboutContacts(tx, { contactIds, snapshot, now, ...(aboutIds.length > 0 && { aboutIds }) }),
  );
  const isMet = (about: (typeof abouts)[number]) =>
    matches(trigger, lookupOf({ ...about, agent: null }), about.settings.timeZone);
  const met = new Set(abouts.filter(isMet).map((about) => `${about.contact.id} ${about.record?.id ?? ""}`));
  return left.filter(
    ({ contactId, recordId }) => met.has(`${contactId} ${recordId ?? ""}`) || met.has(`${contactId} `),
  );
}

/**
 * The event may come late, after the charge was paid or the deal lost: whoever is enrolled because a record is new is
 * enrolled only while it is open. An outcome, told as an event by its name, is about a record as it has become.
 */
function stillOpen(
  accountId: AccountId,
  { target }: SequenceSnapshot,
  { event, subjects, now }: Pick<Happened, "event" | "subjects" | "now">,
): Promise<Subject[]> | Subject[] {
  const kind = recordKindOf(target);
  if (!kind || event === "custom") return subjects;
  return withAccountSql(accountId, async (tx) => {
    const contactIds = [...new Set(subjects.map(({ contactId }) => contactId))];
    const open = await tx<{ id: string }[]>`
      select o.id from (${aboutOpen(tx, kind, contactIds, now)}) o`;
    const ids = new Set(open.map(({ id }) => id));
    return subjects.filter(({ recordId }) => recordId === undefined || ids.has(recordId));
  });
}

/** What a run of this target would be about. */
function aboutIdOf({ recordId, conversationId }: Subject, target: Target): string | undefined {
  if (target === "conversation") return conversationId;
  return recordKindOf(target) ? recordId : undefined;
}

/** Between the look and the enrolling somebody paused or archived the sequence: then it starts nobody. */
function pausedMeanwhile(error: unknown): { enrolled: [] } {
  if (error instanceof AppError && (error.code === "conflict" || error.code === "not_found")) {
    return { enrolled: [] };
  }
  throw error;
}
