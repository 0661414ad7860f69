import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { LedgerKind } from "@/lib/core/model";
import { endRuns } from "@/lib/engine/exits";
import { type LedgerEntry, record } from "@/lib/engine/ledger";
import { loadVersions } from "@/lib/engine/versions";
import { rememberAct } from "./remember-act";
import { type ActedRun, changeOf, type RunAct } from "./run-change";
import { type Change, lockStanding, writeStanding } from "./standing";

/** `actorId` is null for a rule, whose acts nobody takes back. */
export type Who = { ids: string[]; actorId: string | null; now: Date };
export type Acted = {
  changed: string[];
  /** By which a person may take it back; null when nothing changed, and for a rule. */
  actId: string | null;
};

const TOLD: Record<Exclude<RunAct["kind"], "stop">, LedgerKind> = {
  pause: "paused",
  resume: "resumed",
  move: "moved",
  send_now: "rescheduled",
  reschedule: "rescheduled",
};

/**
 * Does it to those of the runs to which it applies, in one transaction: the change, the ledger row, the event that makes
 * the run decide again, and how they stood before. Runs that are over, already so, or of another account are left alone.
 */
export const actOnRuns = (accountId: AccountId, who: Who, act: RunAct): Promise<Acted> =>
  withAccountSql(accountId, (tx) => actOnRunsIn(tx, accountId, who, act));

/** The same in the caller's transaction, which may be a part of an act on many. */
export async function actOnRunsIn(
  tx: SqlTx,
  accountId: AccountId,
  { ids, actorId, bulkActId, now }: Who & { bulkActId?: string },
  act: RunAct,
): Promise<Acted> {
  const before = await lockStanding(tx, ids);
  const stepsOf = await loadSteps(tx, [...before.keys()]);
  const acted = [...before].flatMap(([id, standing]) => {
    const run: ActedRun = { ...standing, stepIds: stepsOf.get(id) ?? [] };
    const columns = changeOf(act, run, now);
    return columns ? [{ id, columns, run }] : [];
  });
  const changed = acted.map(({ id }) => id);
  const by = { accountId, actorId, now };
  if (act.kind === "stop")
    await endRuns(tx, { ...by, ids: changed, reason: "stopped", because: whyOf(act, by) });
  else await change(tx, { ...by, act }, acted);
  const told = { kind: act.kind, before, changed, now, ...(bulkActId && { bulkActId }) };
  const actId = actorId ? await rememberAct(tx, accountId, { ...told, actorId }) : null;
  return { changed, actId };
}

type By = { accountId: AccountId; actorId: string | null; now: Date };

async function change(
  tx: SqlTx,
  { accountId, actorId, now, act }: By & { act: Exclude<RunAct, { kind: "stop" }> },
  acted: (Change & { run: ActedRun })[],
): Promise<void> {
  await writeStanding(
    tx,
    accountId,
    acted.map(({ id, columns }) => ({ id, columns })),
  );
  const entries = acted.map(
    ({ id, columns, run }): LedgerEntry => ({
      ...{ at: now, kind: TOLD[act.kind], enrollmentId: id, actorId },
      stepId: columns.step_id ?? run.step_id,
      because: whyOf(act, { actorId }, run),
    }),
  );
  await record(tx, accountId, entries);
}

function whyOf(act: RunAct, { actorId }: Pick<By, "actorId">, run?: ActedRun): LedgerEntry["because"] {
  const by = actorId ? "person" : "rule";
  switch (act.kind) {
    case "pause":
      return { code: `paused_by_${by}`, data: { until: act.until?.toISOString() ?? null } };
    case "resume":
      return { code: `resumed_by_${by}`, data: {} };
    case "stop":
      return { code: `stopped_by_${by}`, data: {} };
    case "move": {
      const placeOf = (stepId: string | null) => (run?.stepIds.indexOf(stepId ?? "") ?? -1) + 1 || null;
      const data = { fromStep: placeOf(run?.step_id ?? null), toStep: placeOf(act.stepId) };
      return { code: "moved_to_step", data };
    }
    case "send_now":
      return { code: "send_now", data: {} };
    case "reschedule":
      return { code: "rescheduled_to", data: { until: act.at.toISOString() } };
  }
}

/** The steps of each run's version, in order. */
async function loadSteps(tx: SqlTx, ids: string[]): Promise<Map<string, string[]>> {
  const rows = await tx<{ id: string; version_id: string }[]>`
    select id, version_id from enrollments where id = any(${ids})`;
  const versions = await loadVersions(
    tx,
    rows.map((row) => row.version_id),
  );
  const stepsOf = (versionId: string) => versions.get(versionId)?.steps.map((step) => step.id) ?? [];
  return new Map(rows.map((row) => [row.id, stepsOf(row.version_id)]));
}
