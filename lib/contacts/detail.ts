import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Channel, EndReason, EnrollmentStatus, IdentityKind } from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import { identityHash } from "@/lib/identity-hash";

export type ContactRun = {
  id: string;
  sequenceId: string;
  sequenceName: string;
  status: EnrollmentStatus;
  endReason: EndReason | null;
  nextActionAt: string | null;
  enrolledAt: string;
};

export type ConsentRecord = {
  id: string;
  channel: Channel | null;
  action: "opt_out" | "opt_in";
  source: "message" | "provider" | "person" | "import";
  text: string;
  actorName: string | null;
  at: string;
};

export type ContactDetail = {
  id: string;
  name: string;
  firstName: string;
  timeZone: string | null;
  preferredChannel: Channel | null;
  attributes: Record<string, string | number | boolean | null>;
  tags: string[];
  assignee: { id: string; name: string } | null;
  isBlocked: boolean;
  lastReplyAt: string | null;
  createdAt: string;
  /** Of each kind the newest first, which is the one in use. */
  identities: { id: string; kind: IdentityKind; value: string }[];
  /** Opt-outs in force: of every channel (`all`) or of one. */
  suppressed: (Channel | "all")[];
  runs: ContactRun[];
  consents: ConsentRecord[];
};

const MAX_RUNS = 100;
const MAX_CONSENTS = 50;

/** Everything the page of one contact shows. Throws AppError `not_found`. */
export const contactDetail = (accountId: AccountId, contactId: string): Promise<ContactDetail> =>
  withAccountSql(accountId, async (tx) => {
    const [contact] = await tx<ContactRow[]>`
      select id, name, first_name as "firstName", time_zone as "timeZone", preferred_channel as "preferredChannel",
        attributes, tags, assignee_id as "assigneeId", blocked_at as "blockedAt", last_reply_at as "lastReplyAt", created_at as "createdAt"
      from contacts where id = ${contactId} and deleted_at is null`;
    if (!contact) throw new AppError("not_found");
    const identities = await tx<ContactDetail["identities"]>`
      select id, kind, value from contact_identities where contact_id = ${contactId} order by kind, id desc`;
    const [suppressed, runs, consents, assignee] = await Promise.all([
      readSuppressed(tx, identities),
      readRuns(tx, contactId),
      readConsents(tx, contactId),
      readPerson(tx, contact.assigneeId),
    ]);
    const { blockedAt, lastReplyAt, createdAt, assigneeId: _, ...plain } = contact;
    return {
      ...plain,
      assignee,
      isBlocked: blockedAt !== null,
      lastReplyAt: lastReplyAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
      identities: [...identities],
      suppressed,
      runs,
      consents,
    };
  });

type ContactRow = Pick<
  ContactDetail,
  "id" | "name" | "firstName" | "timeZone" | "preferredChannel" | "attributes" | "tags"
> & { assigneeId: string | null; blockedAt: Date | null; lastReplyAt: Date | null; createdAt: Date };

async function readPerson(tx: SqlTx, id: string | null): Promise<ContactDetail["assignee"]> {
  if (id === null) return null;
  const [person] = await tx<{ id: string; name: string }[]>`select id, name from users where id = ${id}`;
  return person ?? null;
}

async function readSuppressed(tx: SqlTx, identities: ContactDetail["identities"]) {
  const hashes = identities.map(({ kind, value }) => identityHash(kind, value));
  const rows = await tx<{ channel: Channel | "all" }[]>`
    select distinct coalesce(channel::text, 'all') as channel from suppressions
    where identity_hash = any(${hashes}) and lifted_at is null`;
  return rows.map((row) => row.channel);
}

/** Live and ended runs have an index each; naming both states lets the planner use them. */
async function readRuns(tx: SqlTx, contactId: string): Promise<ContactRun[]> {
  const rows = await tx<
    (Omit<ContactRun, "nextActionAt" | "enrolledAt"> & { nextActionAt: Date | null; enrolledAt: Date })[]
  >`
    select e.id, e.sequence_id as "sequenceId", s.name as "sequenceName", e.status, e.end_reason as "endReason",
      e.next_action_at as "nextActionAt", e.enrolled_at as "enrolledAt"
    from enrollments e join sequences s on s.id = e.sequence_id
    where e.contact_id = ${contactId} and (e.status in ('active', 'paused') or e.status = 'ended')
    order by e.id desc limit ${MAX_RUNS}`;
  return rows.map((row) => ({
    ...row,
    nextActionAt: row.nextActionAt?.toISOString() ?? null,
    enrolledAt: row.enrolledAt.toISOString(),
  }));
}

/** Of everybody who was merged into the contact, too: the log itself never changes. */
async function readConsents(tx: SqlTx, contactId: string): Promise<ConsentRecord[]> {
  const rows = await tx<(Omit<ConsentRecord, "at"> & { at: Date })[]>`
    select distinct on (c.at, c.action, c.channel, c.source) c.id, c.channel, c.action, c.source, c.text,
      u.name as "actorName", c.at
    from consents c left join users u on u.id = c.actor_id
    where c.contact_id = ${contactId} or c.contact_id in (select id from contacts where merged_into_id = ${contactId})
    order by c.at desc, c.action, c.channel, c.source limit ${MAX_CONSENTS}`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
