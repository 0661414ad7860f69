import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { EndReason, EnrollmentStatus, LedgerKind } from "@/lib/core/model";
import { type Cursor, MAX_COUNTED, type Page, toPage } from "@/lib/keyset";
import { matching, type RunScope, scopeOf } from "./filter-sql";
import type { EnrollmentFilter } from "./schema";

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
};

export type EnrollmentPage = Page<EnrollmentListItem> & { count: number };

const PAGE_SIZE = 50;

/** A page of runs, newest first, and how many there are (counted to 10,001). */
export const listEnrollments = (
  accountId: AccountId,
  filter: EnrollmentFilter,
  cursor: Cursor,
): Promise<EnrollmentPage> =>
  withAccountSql(accountId, async (tx) => {
    const scope = await scopeOf(tx, filter);
    const [rows, counted] = await Promise.all([
      readRuns(tx, scope, cursor),
      tx<{ count: number }[]>`
        select count(*)::int as count
        from (select from enrollments e where ${matching(tx, scope)} limit ${MAX_COUNTED + 1}) counted`,
    ]);
    return { ...toPage(rows, cursor, PAGE_SIZE), count: counted[0]?.count ?? 0 };
  });

type Row = Omit<EnrollmentListItem, "nextActionAt" | "enrolledAt" | "last"> & {
  nextActionAt: Date | null;
  enrolledAt: Date;
  lastKind: LedgerKind | null;
  lastBecause: Told | null;
  lastAt: Date | null;
};

async function readRuns(tx: SqlTx, scope: RunScope, { after, before }: Cursor) {
  const rows = await tx<Row[]>`
    with page as (
      select e.* from enrollments e
      where ${matching(tx, scope)}
        ${after ? tx`and e.id < ${after}` : tx``} ${before ? tx`and e.id > ${before}` : tx``}
      order by e.id ${before ? tx`asc` : tx`desc`} limit ${PAGE_SIZE + 1}
    )
    select e.id, e.contact_id as "contactId", c.name as "contactName", e.sequence_id as "sequenceId",
      s.name as "sequenceName", v.number as "versionNumber", e.status, e.end_reason as "endReason",
      (select n::int from jsonb_array_elements(v.snapshot->'steps') with ordinality as step(value, n)
        where value->>'id' = e.step_id::text) as "stepNumber",
      jsonb_array_length(v.snapshot->'steps') as "stepCount",
      e.next_action_at as "nextActionAt", e.enrolled_at as "enrolledAt",
      l.kind as "lastKind", l.because as "lastBecause", l.at as "lastAt"
    from page e
    join contacts c on c.id = e.contact_id
    join sequences s on s.id = e.sequence_id
    join sequence_versions v on v.id = e.version_id
    left join lateral (
      select kind, because, at from ledger l where l.enrollment_id = e.id
      order by l.at desc, l.kind = 'ended' desc, l.id desc limit 1
    ) l on true
    order by e.id ${before ? tx`asc` : tx`desc`}`;
  return rows.map(toItem);
}

function toItem({
  lastKind,
  lastBecause,
  lastAt,
  nextActionAt,
  enrolledAt,
  ...row
}: Row): EnrollmentListItem {
  return {
    ...row,
    nextActionAt: nextActionAt?.toISOString() ?? null,
    enrolledAt: enrolledAt.toISOString(),
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
