import type { SqlTx } from "@/db/client";
import type { SequenceSnapshot } from "@/lib/core/model";
import { sequenceSnapshotSchema } from "@/lib/core/model-schemas";

/** Versions never change, so a process may keep them; the bound protects its memory. */
const kept = new Map<string, SequenceSnapshot>();
const MOST_KEPT = 2_000;

/** The snapshots of these versions, which must belong to the transaction's account. */
export async function loadVersions(tx: SqlTx, ids: string[]): Promise<Map<string, SequenceSnapshot>> {
  const wanted = [...new Set(ids)];
  const missing = wanted.filter((id) => !kept.has(id));
  if (missing.length > 0) {
    const rows = await tx<{ id: string; snapshot: unknown }[]>`
      select id, snapshot from sequence_versions where id = any(${missing})`;
    if (kept.size > MOST_KEPT) kept.clear();
    for (const row of rows) kept.set(row.id, sequenceSnapshotSchema.parse(row.snapshot));
  }
  return new Map(
    wanted.flatMap((id) => {
      const snapshot = kept.get(id);
      return snapshot ? [[id, snapshot] as const] : [];
    }),
  );
}
