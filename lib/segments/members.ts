import type { PendingQuery, Row } from "postgres";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { matching, scopeOf } from "@/lib/contacts/filter";
import { AppError } from "@/lib/errors";

type Sql = PendingQuery<Row[]>;

type Members = {
  /** A subquery of the ids of the contacts that are in the segment. */
  contacts: Sql;
  /** When it was last looked who is in it; null where it is asked now. */
  readAt: Date | null;
  /** Whether its figures are kept beside everybody's. */
  isKept: boolean;
};

/**
 * Who is in a segment: as it was last looked, where it is kept, else asked of every contact, once for the transaction.
 * Whatever is filtered by a segment asks this, so that a number and the list behind it are of the same people. Whoever
 * calls this says so by `askFor` before its transaction. Throws AppError `not_found` for a segment that does not exist.
 */
export async function membersOf(tx: SqlTx, segmentId: string): Promise<Members> {
  const [segment] = await tx<{ readAt: Date | null }[]>`
    select r.read_at as "readAt" from segments s left join report_segments r on r.segment_id = s.id
    where s.id = ${segmentId}`;
  if (!segment) throw new AppError("not_found", "segment_not_found");
  const { readAt } = segment;
  const contacts = readAt
    ? tx`select contact_id from report_members where segment_id = ${segmentId}`
    : tx`select id from ${tx(await gather(tx, segmentId))}`;
  return { contacts, readAt, isKept: readAt !== null };
}

/** Whose sends or runs a filter asks for. */
export type Whose = {
  /** The ids of the segment's contacts; null without one. */
  contacts: Sql | null;
  /** The segment, where its figures are kept beside everybody's: its rollups are read. */
  keptSegment: string | null;
  /** When it was looked who is in the segment; null without one, and where that is asked now. */
  membersAt: Date | null;
};

/** What a filter's segment means, if it has one. Throws as `membersOf`. */
export async function whoseOf(tx: SqlTx, segmentId: string | undefined): Promise<Whose> {
  if (!segmentId) return { contacts: null, keptSegment: null, membersAt: null };
  const { contacts, readAt, isKept } = await membersOf(tx, segmentId);
  return { contacts, keptSegment: isKept ? segmentId : null, membersAt: readAt };
}

/** Who is in a segment now, as the name of a table of the transaction that has their ids. Throws AppError `not_found`. */
export async function gather(tx: SqlTx, segmentId: string): Promise<string> {
  const table: string = `people_${segmentId.replaceAll("-", "")}`;
  const which = matching(tx, await scopeOf(tx, { segment: segmentId }));
  await tx`create temporary table if not exists ${tx(table)} (id uuid primary key) on commit drop`;
  await tx`insert into ${tx(table)} select c.id from contacts c where ${which} on conflict do nothing`;
  await tx`analyze ${tx(table)}`;
  return table;
}

/** How long a note that a segment is asked for is as good as a new one. */
const NOTED_MS = 60_000;

/**
 * Notes that somebody asks for a segment, so that its figures are kept from the next minute on; in a transaction of its
 * own, because a reader's view of the data bears no conflict. Without a segment, or with an unknown one, nothing is noted.
 */
export async function askFor(accountId: AccountId, segmentId: string | undefined, now: Date): Promise<void> {
  if (!segmentId) return;
  const fresh = new Date(now.getTime() - NOTED_MS);
  await withAccountSql(
    accountId,
    (tx) => tx`
      insert into report_segments (segment_id, account_id, asked_at)
      select s.id, s.account_id, ${now} from segments s where s.id = ${segmentId}
        and not exists (select from report_segments r where r.segment_id = s.id and r.asked_at > ${fresh})
      on conflict (segment_id) do update set asked_at = greatest(report_segments.asked_at, excluded.asked_at)`,
  );
}
