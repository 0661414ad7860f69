import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { EndReason, EnrollmentStatus, LedgerKind } from "@/lib/core/model";
import type { Page } from "@/lib/keyset";
import { askFor } from "@/lib/segments/members";
import { scopeOf } from "./filter-sql";
import { findRuns } from "./read-found";
import { writePlace } from "./read-order";
import type { EnrollmentFilter, EnrollmentPlace } from "./schema";

/** A code of the ledger and the data that the rule saw. */
export type Told = { code: string; data: Record<string, unknown> };

export type EnrollmentListItem = {
  id: string;
  contactId: string;
  contactName: string;
  sequenceId: string;
  sequenceName: string;
  versionNumber: number;
  /** Counted from 1; null when no step is left. */
  stepNumber: number | null;
  stepCount: number;
  status: EnrollmentStatus;
  endReason: EndReason | null;
  nextActionAt: string | null;
  last: { kind: LedgerKind; because: Told; at: string } | null;
  enrolledAt: string;
  endedAt: string | null;
  /** Who is responsible; without a name where that person is no longer there. */
  assignee: { id: string; name: string | null } | null;
};

/** `membersAt`: when it was looked who is in the segment that is asked for; null where that was now, or none is. */
export type EnrollmentPage = Page<EnrollmentListItem> & { membersAt: string | null };

const PAGE_SIZE = 50;

/** A page of the runs that a filter means, in the order that is asked for. */
export async function listEnrollments(
  accountId: AccountId,
  filter: EnrollmentFilter,
  place: EnrollmentPlace,
): Promise<EnrollmentPage> {
  await askFor(accountId, filter.segment, new Date());
  return withAccountSql(accountId, async (tx) => {
    const scope = await scopeOf(tx, filter);
    const found = await findRuns(tx, scope, { place, limit: PAGE_SIZE + 1 });
    const hasMore = found.length > PAGE_SIZE;
    const kept = found.slice(0, PAGE_SIZE);
    const shown = place.before ? kept.reverse() : kept;
    const [first, last] = [shown[0], shown.at(-1)];
    const hasNext = place.before ? shown.length > 0 : hasMore;
    const hasPrevious = place.before ? hasMore : place.after !== undefined;
    return {
      rows: await readRows(
        tx,
        shown.map(({ id }) => id),
      ),
      next: hasNext && last ? writePlace(last) : null,
      previous: hasPrevious && first ? writePlace(first) : null,
      membersAt: scope.readAt?.toISOString() ?? null,
    };
  });
}

type Row = Omit<EnrollmentListItem, "nextActionAt" | "enrolledAt" | "endedAt" | "assignee" | "last"> & {
  nextActionAt: Date | null;
  enrolledAt: Date;
  endedAt: Date | null;
  assigneeId: string | null;
  assigneeName: string | null;
  lastKind: LedgerKind | null;
  lastBecause: Told | null;
  lastAt: Date | null;
};

/** What lists show of runs, in the order of their ids. */
async function readRows(tx: SqlTx, ids: string[]): Promise<EnrollmentListItem[]> {
  if (ids.length === 0) return [];
  const rows = await tx<Row[]>`
    select e.id, e.contact_id as "contactId", c.name as "contactName", e.sequence_id as "sequenceId",
      s.name as "sequenceName", v.number as "versionNumber", e.status, e.end_reason as "endReason",
      (select n::int from jsonb_array_elements(v.snapshot->'steps') with ordinality as step(value, n)
        where value->>'id' = e.step_id::text) as "stepNumber",
      jsonb_array_length(v.snapshot->'steps') as "stepCount",
      e.next_action_at as "nextActionAt", e.enrolled_at as "enrolledAt", e.ended_at as "endedAt",
      e.assignee_id as "assigneeId", u.name as "assigneeName",
      l.kind as "lastKind", l.because as "lastBecause", l.at as "lastAt"
    from unnest(${ids}::uuid[]) with ordinality as page(id, place)
    join enrollments e on e.id = page.id
    join contacts c on c.id = e.contact_id
    join sequences s on s.id = e.sequence_id
    join sequence_versions v on v.id = e.version_id
    left join (members m join users u on u.id = m.user_id) on m.user_id = e.assignee_id
    left join lateral (
      select kind, because, at from ledger l where l.enrollment_id = e.id
      order by l.at desc, l.kind = 'ended' desc, l.id desc limit 1
    ) l on true
    order by page.place`;
  return rows.map(toItem);
}

function toItem({
  lastKind,
  lastBecause,
  lastAt,
  nextActionAt,
  enrolledAt,
  endedAt,
  assigneeId,
  assigneeName,
  ...row
}: Row): EnrollmentListItem {
  return {
    ...row,
    nextActionAt: nextActionAt?.toISOString() ?? null,
    enrolledAt: enrolledAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    assignee: assigneeId ? { id: assigneeId, name: assigneeName } : null,
    last:
      lastKind && lastBecause && lastAt
        ? { kind: lastKind, because: lastBecause, at: lastAt.toISOString() }
        : null,
  };
}

export type SequenceOption = { id: string; name: string; isEnrollable: boolean };

/** Every sequence with its name, for filters; only active ones take new runs. */
export const sequenceOptions = (accountId: AccountId): Promise<SequenceOption[]> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<SequenceOption[]>`
      select id, name, status = 'active' and live_version_id is not null as "isEnrollable"
      from sequences where live_version_id is not null order by lower(name), id limit 500`;
    return [...rows];
  });
