import type { SqlTx } from "@/db/client";
import type { Rival } from "@/lib/core/facts";
import { loadVersions } from "./versions";

export type RivalRun = { enrollmentId: string; rival: Rival };

/**
 * The live runs of these contacts that will send at the moment they are expected to, by contact. Whoever waits for a
 * person or for a reply is nobody's rival.
 */
export async function loadRivals(tx: SqlTx, contactIds: string[]): Promise<Map<string, RivalRun[]>> {
  const rivals = new Map<string, RivalRun[]>();
  if (contactIds.length === 0) return rivals;
  const rows = await tx<RivalRow[]>`
    select e.id, e.contact_id, e.version_id, e.next_action_at, s.name
    from enrollments e join sequences s on s.id = e.sequence_id and s.status = 'active'
    where e.contact_id = any(${contactIds}) and e.status = 'active' and not e.is_holdout and e.step_id is not null
      and e.next_action_at is not null
      and (e.next_because is null or e.next_because <> all(${[...NOT_COMING]}))`;
  const versions = await loadVersions(
    tx,
    rows.map((row) => row.version_id),
  );
  for (const { id, contact_id, version_id, next_action_at, name } of rows) {
    const snapshot = versions.get(version_id);
    if (!snapshot) continue;
    const { priority, limits } = snapshot;
    const run = { enrollmentId: id, rival: { sequence: name, priority, dueAt: next_action_at, limits } };
    rivals.set(contact_id, [...(rivals.get(contact_id) ?? []), run]);
  }
  return rivals;
}

const NOT_COMING = [
  "inbox_paused",
  "window_closed",
  "step_blocked",
  "run_paused",
  "sequence_paused",
] as const;

type RivalRow = {
  id: string;
  contact_id: string;
  version_id: string;
  next_action_at: Date;
  name: string;
};
