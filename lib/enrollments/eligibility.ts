import type { SqlTx } from "@/db/client";
import { accountZone } from "@/lib/core/effective-zone";
import { overAt } from "@/lib/core/end-date";
import { CHANNELS, type Channel, type IdentityKind, type SequenceSnapshot } from "@/lib/core/model";
import { DAY_MS } from "@/lib/core/zone";
import { aboutKindOf, aboutOpen, aboutThese } from "@/lib/engine/about-what";
import { loadAccount } from "@/lib/engine/snapshot";
import { holdToGroup } from "./exclusivity";

export const REFUSALS = [
  "contact_unknown",
  "contact_deleted",
  "blocked",
  "sequence_over",
  "no_record",
  "no_conversation",
  "no_address",
  "suppressed",
  "reenroll_never",
  "reenroll_too_soon",
  "exclusive",
] as const;
type Refusal = (typeof REFUSALS)[number];

/** A run to begin: of a contact, about one thread or record where the sequence is about such. */
export type Wanted = { contactId: string; aboutId: string | null };

export type Eligible = {
  /** `supersedes` is the run of a lower priority in the same exclusivity group, whose place it takes. */
  free: (Wanted & { supersedes?: string })[];
  /** Live already; a second attempt answers with the run that exists. */
  existing: (Wanted & { enrollmentId: string })[];
  /** `other` names the sequence that holds the contact, for the code `exclusive`. */
  refused: { contactId: string; code: Refusal; other?: string }[];
};

export type JudgeWish = {
  sequenceId: string;
  snapshot: SequenceSnapshot;
  contactIds: string[];
  /** Threads or records, by the target. Absent: each contact's last thread, or every open record of it. */
  aboutIds?: string[];
  now: Date;
};

/** Which identities a channel can send to. */
const KINDS: Record<Channel, IdentityKind[]> = {
  whatsapp: ["whatsapp", "phone"],
  sms: ["phone"],
  email: ["email"],
};

type Row = { id: string; about_id: string | null; enrollment_id: string | null; refusal: Refusal | null };

/** Who of these contacts may be enrolled now, who is already, and who is refused and why. One statement for all. */
export async function judge(tx: SqlTx, wish: JudgeWish): Promise<Eligible> {
  const { sequenceId, snapshot, contactIds } = wish;
  const kind = aboutKindOf(snapshot.target);
  const usable = (await channelsOf(tx, snapshot)).flatMap((channel) =>
    KINDS[channel].map((kind) => ({ channel, kind })),
  );
  // The live run is a subquery, because a join makes the planner read those of all contacts.
  const rows = await tx<Row[]>`
    with usable as (
      select * from jsonb_to_recordset(${JSON.stringify(usable)}::text::jsonb) as u(channel channel, kind identity_kind)
    )
    select c.id, a.id as about_id, (
      select e.id from enrollments e
      where e.contact_id = c.id and e.sequence_id = ${sequenceId} and e.status in ('active', 'paused')
        and ${sameLink(tx)}
    ) as enrollment_id, case
      when c.deleted_at is not null then 'contact_deleted'
      when c.blocked_at is not null then 'blocked'
      when ${await isOver(tx, wish)}::boolean then 'sequence_over'
      when ${kind !== null}::boolean and a.id is null
        then ${kind === "conversation" ? "no_conversation" : "no_record"}
      when not exists (
        select from contact_identities i join usable u on u.kind = i.kind where i.contact_id = c.id
      ) then 'no_address'
      when not exists (
        select from contact_identities i join usable u on u.kind = i.kind
        where i.contact_id = c.id and not exists (
          select from suppressions s
          where s.account_id = c.account_id and s.identity_hash = identity_hash(i.kind, i.value)
            and s.lifted_at is null and (s.channel is null or s.channel = u.channel)
        )
      ) then 'suppressed'
      ${tooEarly(tx, wish)}
    end as refusal
    from contacts c ${abouts(tx, wish)}
    where c.id = any(${contactIds})`;
  return holdToGroup(tx, wish, sorted(rows, contactIds));
}

/** One run per contact, or one for each of what it may be about. */
function abouts(tx: SqlTx, { snapshot, contactIds, aboutIds, now }: JudgeWish) {
  const kind = aboutKindOf(snapshot.target);
  if (!kind) return tx`cross join (select null::uuid as id) a`;
  const meant = aboutIds ? aboutThese(tx, kind, aboutIds) : aboutOpen(tx, kind, contactIds, now);
  return tx`left join (${meant}) a on a.contact_id = c.id`;
}

/** What the database's constraint of one live run compares. */
const sameLink = (tx: SqlTx) => tx`
  coalesce(e.conversation_id, e.record_id, '00000000-0000-0000-0000-000000000000')
    = coalesce(a.id, '00000000-0000-0000-0000-000000000000')`;

/** Since the last run about the same thing ended. */
function tooEarly(tx: SqlTx, { sequenceId, snapshot: { reenrollment }, now }: JudgeWish) {
  const ended = tx`
    select from enrollments e
    where e.contact_id = c.id and e.status = 'ended' and e.sequence_id = ${sequenceId} and ${sameLink(tx)}`;
  switch (reenrollment.rule) {
    case "never":
      return tx`when exists (${ended}) then 'reenroll_never'`;
    case "after_days": {
      const since = new Date(now.getTime() - reenrollment.days * DAY_MS);
      return tx`when exists (${ended} and e.ended_at > ${since}) then 'reenroll_too_soon'`;
    }
    case "after_end":
      return tx``;
  }
}

/** Whether the sequence's last day, in the account's zone, is over. */
async function isOver(tx: SqlTx, { snapshot: { endsOn }, now }: JudgeWish): Promise<boolean> {
  if (endsOn === null) return false;
  const { settings } = await loadAccount(tx);
  const over = overAt(endsOn, accountZone(settings));
  return over !== null && over <= now;
}

function sorted(rows: Row[], contactIds: string[]): Eligible {
  const answer: Eligible = { free: [], existing: [], refused: [] };
  const known = new Set(rows.map((row) => row.id));
  for (const contactId of contactIds)
    if (!known.has(contactId)) answer.refused.push({ contactId, code: "contact_unknown" });
  // What is wrong with a contact is wrong with all that it is about, and is said once.
  const said = new Set<string>();
  for (const { id: contactId, about_id: aboutId, enrollment_id: enrollmentId, refusal: code } of rows) {
    if (enrollmentId) answer.existing.push({ enrollmentId, contactId, aboutId });
    else if (!code) answer.free.push({ contactId, aboutId });
    else if (!said.has(`${contactId} ${code}`)) {
      said.add(`${contactId} ${code}`);
      answer.refused.push({ contactId, code });
    }
  }
  return answer;
}

/** Every channel that a step of the sequence may go out by; "automatic" means those that the account has. */
async function channelsOf(tx: SqlTx, { steps }: SequenceSnapshot): Promise<Channel[]> {
  const named = CHANNELS.filter((channel) => steps.some((step) => step.channel === channel));
  if (steps.every((step) => CHANNELS.some((channel) => channel === step.channel))) return named;
  const rows = await tx<{ channel: Channel }[]>`
    select distinct channel from inboxes where archived_at is null`;
  return CHANNELS.filter((channel) => named.includes(channel) || rows.some((row) => row.channel === channel));
}
