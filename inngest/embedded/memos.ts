import type { Db, Memo } from "./model";

/** Records results of steps; the first one written for a step stays. */
export async function insertMemos(tx: Db, memos: readonly { runId: string; memo: Memo }[]): Promise<void> {
  if (memos.length === 0) return;
  const rows = memos.map(({ runId, memo }) => ({
    r: runId,
    s: memo.stepId,
    f: memo.failed,
    n: memo.name,
    d: JSON.stringify(memo.data ?? null),
  }));
  await tx`
    insert into executor.memo (run_id, step_id, failed, name, data)
    select r, decode(s, 'hex'), f, n, d::json
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as m(r bigint, s text, f boolean, n text, d text)
    on conflict (run_id, step_id) do nothing`;
}
