import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Channel, EndReason, EnrollmentStatus, IdentityKind } from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import { listRecords } from "@/lib/records/data";
import type { RecordRow } from "@/lib/records/schema";

export type SideRun = {
  id: string;
  sequenceName: string;
  status: EnrollmentStatus;
  endReason: EndReason | null;
  endedAt: string | null;
  pausedUntil: string | null;
  nextActionAt: string | null;
  /** A code of `status.reason`. */
  nextBecause: string | null;
  /** Counted from 1; null when no step is left. */
  stepNumber: number | null;
  stepCount: number;
};

export type ConversationSide = {
  contact: {
    id: string;
    name: string;
    identities: { kind: IdentityKind; value: string }[];
    attributes: Record<string, string | number | boolean | null>;
    tags: string[];
    ownerName: string | null;
    isBlocked: boolean;
    preferredChannel: Channel | null;
    lastReplyAt: string | null;
  };
  /** Live ones first, then the latest. */
  runs: SideRun[];
  records: RecordRow[];
};

const MAX_RUNS = 12;

/** Who the other end of a thread is, and what runs for them. Throws AppError `not_found`. */
export async function conversationSide(
  accountId: AccountId,
  conversationId: string,
): Promise<ConversationSide> {
  const known = await withAccountSql(accountId, async (tx) => {
    const contact = await readContact(tx, conversationId);
    return { contact, runs: await readRuns(tx, contact.id) };
  });
  return { ...known, records: await listRecords(accountId, known.contact.id) };
}

async function readContact(tx: SqlTx, conversationId: string): Promise<ConversationSide["contact"]> {
  const [row] = await tx<
    (Omit<ConversationSide["contact"], "identities" | "lastReplyAt"> & { lastReplyAt: Date | null })[]
  >`
    select c.id, c.name, c.attributes, c.tags, u.name as "ownerName", c.blocked_at is not null as "isBlocked",
      c.preferred_channel as "preferredChannel", c.last_reply_at as "lastReplyAt"
    from conversations t
    join contacts c on c.id = t.contact_id and c.deleted_at is null
    left join users u on u.id = c.assignee_id
    where t.id = ${conversationId}`;
  if (!row) throw new AppError("not_found");
  const identities = await tx<ConversationSide["contact"]["identities"]>`
    select kind, value from contact_identities where contact_id = ${row.id} order by kind, id desc`;
  return { ...row, identities: [...identities], lastReplyAt: row.lastReplyAt?.toISOString() ?? null };
}

type RunRow = Omit<SideRun, "endedAt" | "pausedUntil" | "nextActionAt"> &
  Record<"endedAt" | "pausedUntil" | "nextActionAt", Date | null>;

/** Live and ended runs have an index each; naming both states lets the planner use them. */
async function readRuns(tx: SqlTx, contactId: string): Promise<SideRun[]> {
  const rows = await tx<RunRow[]>`
    select e.id, s.name as "sequenceName", e.status, e.end_reason as "endReason", e.ended_at as "endedAt",
      e.paused_until as "pausedUntil", e.next_action_at as "nextActionAt", e.next_because as "nextBecause",
      (select n::int from jsonb_array_elements(v.snapshot->'steps') with ordinality as step(value, n)
        where value->>'id' = e.step_id::text) as "stepNumber",
      jsonb_array_length(v.snapshot->'steps') as "stepCount"
    from enrollments e
    join sequences s on s.id = e.sequence_id
    join sequence_versions v on v.id = e.version_id
    where e.contact_id = ${contactId} and (e.status in ('active', 'paused') or e.status = 'ended')
    order by e.status = 'ended', e.id desc limit ${MAX_RUNS}`;
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return rows.map((row) => ({
    ...row,
    endedAt: iso(row.endedAt),
    pausedUntil: iso(row.pausedUntil),
    nextActionAt: iso(row.nextActionAt),
  }));
}
