import type { SqlTx } from "@/db/client";
import { CHANNELS, type Channel, type IdentityKind, type SequenceSnapshot } from "@/lib/core/model";

export const REFUSALS = [
  "contact_unknown",
  "contact_deleted",
  "blocked",
  "no_address",
  "suppressed",
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type Eligible = {
  free: string[];
  /** Live already; a second attempt answers with the run that exists. */
  existing: { enrollmentId: string; contactId: string }[];
  refused: { contactId: string; code: Refusal }[];
};

/** Which identities a channel can send to. */
const KINDS: Record<Channel, IdentityKind[]> = {
  whatsapp: ["whatsapp", "phone"],
  sms: ["phone"],
  email: ["email"],
};

/** Who of these contacts may be enrolled now, who is already, and who is refused and why. One statement for all. */
export async function judge(
  tx: SqlTx,
  {
    sequenceId,
    snapshot,
    contactIds,
  }: { sequenceId: string; snapshot: SequenceSnapshot; contactIds: string[] },
): Promise<Eligible> {
  const usable = (await channelsOf(tx, snapshot)).flatMap((channel) =>
    KINDS[channel].map((kind) => ({ channel, kind })),
  );
  // The live run is a subquery, because a join makes the planner read those of all contacts.
  const rows = await tx<{ id: string; enrollment_id: string | null; refusal: Refusal | null }[]>`
    with usable as (
      select * from jsonb_to_recordset(${JSON.stringify(usable)}::text::jsonb) as u(channel channel, kind identity_kind)
    )
    select c.id, (
      select e.id from enrollments e
      where e.contact_id = c.id and e.sequence_id = ${sequenceId} and e.status in ('active', 'paused')
        and e.conversation_id is null
    ) as enrollment_id, case
      when c.deleted_at is not null then 'contact_deleted'
      when c.blocked_at is not null then 'blocked'
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
    end as refusal
    from contacts c
    where c.id = any(${contactIds})`;
  const known = new Set(rows.map((row) => row.id));
  const unknown = contactIds.filter((id) => !known.has(id));
  return {
    free: rows.flatMap((row) => (row.refusal || row.enrollment_id ? [] : [row.id])),
    existing: rows.flatMap((row) =>
      row.enrollment_id ? [{ enrollmentId: row.enrollment_id, contactId: row.id }] : [],
    ),
    refused: [
      ...unknown.map((contactId) => ({ contactId, code: "contact_unknown" as const })),
      ...rows.flatMap((row) =>
        row.refusal && !row.enrollment_id ? [{ contactId: row.id, code: row.refusal }] : [],
      ),
    ],
  };
}

/** Every channel that a step of the sequence may go out by; "automatic" means those that the account has. */
async function channelsOf(tx: SqlTx, { steps }: SequenceSnapshot): Promise<Channel[]> {
  const named = CHANNELS.filter((channel) => steps.some((step) => step.channel === channel));
  if (steps.every((step) => CHANNELS.some((channel) => channel === step.channel))) return named;
  const rows = await tx<{ channel: Channel }[]>`
    select distinct channel from inboxes where archived_at is null`;
  return CHANNELS.filter((channel) => named.includes(channel) || rows.some((row) => row.channel === channel));
}
