import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { EnrollmentStatus } from "@/lib/core/model";
import { loadVersions } from "@/lib/engine/versions";
import type { BulkActPreview, LeftAlone } from "./bulk-act-schema";
import { conditionsOf } from "./bulk-acts-match";
import { previewAct } from "./preview-act";
import { type ActedRun, changeOf, type RunAct } from "./run-change";
import type { EnrollmentFilter } from "./schema";

type Wish = { filter: EnrollmentFilter; act: RunAct; now: Date };

/** Matching runs beyond that are not looked at one by one before they are acted on. */
const MAX_LOOKED = 100_000;
const SAMPLE = 20;

/** To how many of the runs that match an act would apply, why not to the others, and what some would do next. Writes nothing. */
export async function previewBulkAct(
  accountId: AccountId,
  { filter, act, now }: Wish,
): Promise<BulkActPreview> {
  const { ids, ...counted } = await withAccountSql(accountId, async (tx) => {
    const kinds = await kindsOf(tx, filter);
    const verdicts = kinds.map((kind) => ({ ...kind, left: leftAlone(act, kind, now) }));
    const left: BulkActPreview["leftAlone"] = {};
    for (const verdict of verdicts) {
      if (verdict.left) left[verdict.left] = (left[verdict.left] ?? 0) + verdict.count;
    }
    const applied = verdicts.filter((verdict) => verdict.left === null);
    const total = sum(verdicts);
    return {
      total: Math.min(total, MAX_LOOKED),
      isOver: total > MAX_LOOKED,
      changed: sum(applied),
      leftAlone: left,
      ids: applied
        .flatMap((kind) => kind.newest)
        .sort((a, b) => (a < b ? 1 : -1))
        .slice(0, SAMPLE),
    };
  });
  return { ...counted, sample: await previewAct(accountId, { ids, act, now }) };
}

const sum = (kinds: { count: number }[]) => kinds.reduce((total, { count }) => total + count, 0);

/** Runs to which an act applies alike: it asks for nothing else. */
type Kind = ActedRun & { count: number; newest: string[] };

async function kindsOf(tx: SqlTx, filter: EnrollmentFilter): Promise<Kind[]> {
  type Row = {
    status: EnrollmentStatus;
    step_id: string | null;
    version_id: string;
    count: number;
    newest: string[];
  };
  const rows: Row[] = [];
  for (const isMeant of await conditionsOf(tx, filter)) {
    const limit = MAX_LOOKED + 1 - sum(rows);
    const some = await tx<Row[]>`
      select status, step_id, version_id, count(*)::int as count,
        (array_agg(id order by id desc))[1:${SAMPLE}::int] as newest
      from (
        select e.id, e.status, e.step_id, e.version_id from enrollments e where ${isMeant} limit ${limit}
      ) looked
      group by status, step_id, version_id`;
    rows.push(...some);
  }
  const versions = await loadVersions(
    tx,
    rows.map((row) => row.version_id),
  );
  return rows.map(({ version_id: versionId, ...row }) => {
    const stepIds = versions.get(versionId)?.steps.map((step) => step.id) ?? [];
    return { ...row, step_epoch: 0, stepIds };
  });
}

function leftAlone(act: RunAct, run: ActedRun, now: Date): LeftAlone | null {
  if (changeOf(act, run, now)) return null;
  if (run.status === "ended") return "ended";
  if (act.kind === "move") return "step_gone";
  if (act.kind === "pause" || act.kind === "resume") return "already";
  return run.step_id === null ? "no_step_left" : "paused";
}
