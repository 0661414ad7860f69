import type { PendingQuery, Row } from "postgres";
import type { SqlTx } from "@/db/client";
import { addSends } from "./add-rollups";

type Sql = PendingQuery<Row[]>;

/** From so many contacts on, all sends are read once instead of each contact's. */
const MANY = 20_000;

type Turned = {
  accountId: string;
  zone: string;
  segmentId: string;
  /** Rows of `contact_id` and `sign`: 1 for whoever has come, -1 for whoever has gone. */
  contacts: Sql;
  count: number;
};

/**
 * Adds to a segment's figures what was sent to those who have come, and takes away what was sent to those who have gone;
 * in either case without what is not folded yet, which the fold adds for those who are in it by then. One statement,
 * under the lock of `lockState`, which whoever calls this holds.
 */
export async function turnFigures(tx: SqlTx, turned: Turned): Promise<void> {
  const { accountId, zone, segmentId, contacts, count } = turned;
  if (count === 0) return;
  const signed = (gained: Sql, lost: Sql) => tx`
    m.account_id, m.contact_id, m.counted_at, m.enrolled_at, m.sequence_id, m.version_id, m.step_id, m.variant_id, m.channel,
    m.mode, m.assignee_id, m.entry, case when t.sign > 0 then ${gained} else ${lost} end as gained,
    case when t.sign > 0 then ${lost} else ${gained} end as lost`;
  const sends = count > MANY ? tx`messages m on m.contact_id = t.contact_id` : throughRuns(tx);
  await addSends(tx, {
    zone,
    changes: tx`
      select ${signed(tx`m.facts`, tx`0::smallint`)} from (${contacts}) t join ${sends}
      where m.account_id = ${accountId} and m.contact_id = t.contact_id and m.facts <> 0
      union all
      select ${signed(tx`m.lost`, tx`m.gained`)} from (${contacts}) t join send_changes m on m.contact_id = t.contact_id
      where m.account_id = ${accountId}`,
    whose: (_, changes) => tx`select ${segmentId}::uuid as segment_id, changes.* from (${changes}) changes`,
  });
}

/** Sends have no index by contact, their runs have two: of those that are over and of the live ones. */
const throughRuns = (tx: SqlTx) => tx`
  lateral (
    select id from enrollments where contact_id = t.contact_id and status = 'ended'
    union all
    select id from enrollments where contact_id = t.contact_id and status in ('active', 'paused')
  ) e on true join messages m on m.enrollment_id = e.id`;

/** Counts every kept segment's figures anew, of which none are there; under the lock of `lockState`. */
export async function countMembers(tx: SqlTx, of: { accountId: string; zone: string }): Promise<void> {
  const segments = await tx<{ segmentId: string; count: number }[]>`
    select r.segment_id as "segmentId", (select count(*)::int from report_members m where m.segment_id = r.segment_id) as count
    from report_segments r where r.account_id = ${of.accountId}`;
  for (const { segmentId, count } of segments) {
    const contacts =
      tx`select contact_id, 1 as sign from report_members where segment_id = ${segmentId}` as Sql;
    await turnFigures(tx, { ...of, segmentId, contacts, count });
  }
}
