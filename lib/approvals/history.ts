import type { SqlTx } from "@/db/client";
import type { DraftEvent } from "./schema";

type Row = Omit<DraftEvent, "at"> & { at: Date };

const MOST = 50;

/** What was done with a draft and by whom, newest first, as the ledger has it. */
export async function readHistory(
  tx: SqlTx,
  draft: { id: string; enrollmentId: string },
): Promise<DraftEvent[]> {
  const rows = await tx<Row[]>`
    select l.id, l.at, l.kind, l.because, u.name as "actorName"
    from ledger l left join users u on u.id = l.actor_id
    where l.enrollment_id = ${draft.enrollmentId} and l.because->'data'->>'draftId' = ${draft.id}
      and l.kind in ('drafted', 'approved', 'discarded', 'returned', 'reassigned', 'undone', 'waiting')
      and l.because->>'code' <> 'approval_pending'
    order by l.at desc, l.id desc limit ${MOST}`;
  return rows.map(({ at, ...event }) => ({ ...event, at: at.toISOString() }));
}
