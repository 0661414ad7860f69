import type { PendingQuery, Row } from "postgres";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { gather } from "@/lib/segments/members";
import { lockState } from "./add-rollups";
import { turnFigures } from "./segment-rollups";

const MINUTE_MS = 60_000;
/** How long a segment's members are good for: shortly while somebody asks for it. */
const ASKED_LATELY_MS = 60 * MINUTE_MS;
const GOOD_WHILE_ASKED_MS = 5 * MINUTE_MS;
const GOOD_MS = 60 * MINUTE_MS;
/** What nobody asks for so long is given up. */
const UNASKED_MS = 30 * 24 * 60 * MINUTE_MS;
const MOST_KEPT = 20;

type Sql = PendingQuery<Row[]>;

/**
 * One turn of an account's segments: gives up what is no longer asked for, and looks at the segment whose turn has come
 * longest ago; at the next one where that cannot be looked at. Answers 0 when none is due; throws where none could be.
 */
export async function keepSegments(accountId: AccountId, now: Date): Promise<number> {
  await giveUp(accountId, now);
  const failures: unknown[] = [];
  for (const { id } of await withAccountSql(accountId, (tx) => dueSegments(tx, accountId, now))) {
    try {
      if (await look(accountId, id, now)) return 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return 0;
}

const ago = (now: Date, ms: number) => new Date(now.getTime() - ms);

const dueSegments = (tx: SqlTx, accountId: AccountId, now: Date) => tx<{ id: string }[]>`
  select segment_id as id from report_segments
  where account_id = ${accountId} and (read_at is null or read_at <= ${ago(now, GOOD_MS)}
    or (asked_at > ${ago(now, ASKED_LATELY_MS)} and read_at <= ${ago(now, GOOD_WHILE_ASKED_MS)}))
  order by read_at nulls first, asked_at`;

/**
 * Looks who is in a segment now, and turns its figures by whoever has come or gone; the first time that is all of them.
 * Answers false where somebody else has done it meanwhile. A segment that is changed meanwhile is looked at again.
 */
const look = (accountId: AccountId, segmentId: string, now: Date): Promise<boolean> =>
  withAccountSql(accountId, async (tx) => {
    const [segment] = await tx<{ definition: string }[]>`
      select filter::text as definition from segments where id = ${segmentId}`;
    if (!segment) return false;
    await tx`select set_config('work_mem', '128MB', true)`;
    // Before the lock, for which folds would have to wait.
    const people = await gather(tx, segmentId);
    const zone = await lockState(tx, accountId);
    const due = await dueSegments(tx, accountId, now);
    if (!due.some(({ id }) => id === segmentId)) return false;
    const turned = await turn(tx, { accountId, segmentId, people });
    await turnFigures(tx, { accountId, zone, segmentId, ...turned });
    await tx`update report_segments set read_at = ${now} where segment_id = ${segmentId}`;
    // Whoever changes the segment after this waits for the row, and marks it then.
    const [same] = await tx`
      select from segments where id = ${segmentId} and filter::text = ${segment.definition}`;
    if (!same) await tx`update report_segments set read_at = null where segment_id = ${segmentId}`;
    return true;
  });

/** Makes the members those who are in the segment now. Answers who has come and gone. */
async function turn(
  tx: SqlTx,
  { accountId, segmentId, people }: { accountId: AccountId; segmentId: string; people: string },
): Promise<{ contacts: Sql; count: number }> {
  await tx`create temporary table turned_members (contact_id uuid primary key, sign int not null) on commit drop`;
  const { count } = await tx`
    with gone as (
      delete from report_members m where m.segment_id = ${segmentId}
        and not exists (select from ${tx(people)} p where p.id = m.contact_id)
      returning contact_id
    ), come as (
      insert into report_members (segment_id, contact_id, account_id)
      select ${segmentId}, p.id, ${accountId} from ${tx(people)} p
      where not exists (select from report_members m where m.segment_id = ${segmentId} and m.contact_id = p.id)
      returning contact_id
    )
    insert into turned_members select contact_id, -1 from gone union all select contact_id, 1 from come`;
  await tx`analyze turned_members`;
  return { contacts: tx`select contact_id, sign from turned_members` as Sql, count };
}

/** Removes what is kept of segments that were deleted, of those nobody has asked for lately, and of too many. */
async function giveUp(accountId: AccountId, now: Date): Promise<void> {
  const unwanted = (tx: SqlTx) => tx<{ id: string }[]>`
    select id from (
      select r.segment_id as id, r.asked_at, row_number() over (order by r.asked_at desc, r.segment_id) as place,
        exists (select from segments s where s.id = r.segment_id) as is_there
      from report_segments r where r.account_id = ${accountId}
    ) kept where not is_there or asked_at <= ${ago(now, UNASKED_MS)} or place > ${MOST_KEPT}`;
  const isAny = await withAccountSql(accountId, async (tx) => (await unwanted(tx)).length > 0);
  if (!isAny) return;
  await withAccountSql(accountId, async (tx) => {
    await lockState(tx, accountId);
    const ids = (await unwanted(tx)).map(({ id }) => id);
    await tx`delete from report_members where segment_id = any(${ids}::uuid[])`;
    await tx`delete from send_rollups where account_id = ${accountId} and segment_id = any(${ids}::uuid[])`;
    await tx`delete from report_segments where segment_id = any(${ids}::uuid[])`;
  });
}
