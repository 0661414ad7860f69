import "server-only";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { EndReason, EnrollmentStatus, RecordKind } from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import { rowsOf } from "./rows";
import type { RecordRow } from "./schema";

export type RecordEvent = {
  id: string;
  name: string;
  at: string;
  data: Record<string, string | number | boolean | null>;
  /** The person who did it. */
  actorName: string | null;
};
export type RecordRun = {
  id: string;
  sequenceName: string;
  status: EnrollmentStatus;
  endReason: EndReason | null;
  nextActionAt: string | null;
};
export type RecordDetail = {
  row: RecordRow;
  events: RecordEvent[];
  runs: RecordRun[];
  /** Active sequences about records of this kind. */
  sequences: { id: string; name: string }[];
};

const SHOWN = 50;

/** One record with its history and the runs about it. Throws `not_found`. */
export const recordDetail = (accountId: AccountId, kind: RecordKind, id: string): Promise<RecordDetail> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx<RecordRow[]>`${rowsOf(tx, kind)} where r.id = ${id}`;
    if (!row) throw new AppError("not_found");
    const [events, runs, sequences] = await Promise.all([
      eventsOf(tx, row),
      runsOf(tx, row),
      tx<{ id: string; name: string }[]>`
        select s.id, s.name from sequences s join sequence_versions v on v.id = s.live_version_id
        where s.status = 'active' and v.snapshot->>'target' = ${kind} order by s.name, s.id limit 200`,
    ]);
    return { row, events, runs, sequences: [...sequences] };
  });

/** By the contact, whose events are indexed; the newest first. */
async function eventsOf(tx: SqlTx, { id, contactId }: RecordRow): Promise<RecordEvent[]> {
  const rows = await tx<(Omit<RecordEvent, "at"> & { at: Date })[]>`
    select e.id, e.name, e.at, e.data, u.name as "actorName"
    from contact_events e left join users u on u.id::text = e.data->>'actor'
    where e.account_id = (select current_setting('app.account_id')::uuid)
      and e.contact_id = ${contactId} and e.record_id = ${id}
    order by e.at desc, e.id desc limit ${SHOWN}`;
  return rows.map((event) => ({ ...event, at: event.at.toISOString() }));
}

async function runsOf(tx: SqlTx, { id, contactId }: RecordRow): Promise<RecordRun[]> {
  const rows = await tx<(Omit<RecordRun, "nextActionAt"> & { nextActionAt: Date | null })[]>`
    select e.id, s.name as "sequenceName", e.status, e.end_reason as "endReason",
      e.next_action_at as "nextActionAt"
    from enrollments e join sequences s on s.id = e.sequence_id
    where e.contact_id = ${contactId} and e.record_id = ${id}
    order by e.status = 'ended', e.id desc limit ${SHOWN}`;
  return rows.map((run) => ({ ...run, nextActionAt: run.nextActionAt?.toISOString() ?? null }));
}
