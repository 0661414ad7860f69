import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Facts } from "@/lib/core/facts";
import type { Run } from "@/lib/engine/run";
import { readRuns } from "@/lib/engine/snapshot";
import { type NextSend, nextSend } from "./next-send";
import { changeOf, type RunAct } from "./run-change";
import type { Standing } from "./standing";

/** A run before and after an act; `after` is null where the act does not apply to it. */
type ActedPreview = {
  id: string;
  contactName: string;
  sequenceName: string;
  before: ShownNext;
  after: ShownNext | null;
  /** The step that it would be moved to went out before, and would go out again. */
  isRepeated: boolean;
};

/** With the number of the step, as people count them. */
export type ShownNext = NextSend & { stepNumber: number | null };

export type ActPreview = {
  changed: number;
  unchanged: number;
  repeated: number;
  /** Runs that the act would end. */
  ended: number;
  /** The first and the last moment at which one of them would send next. */
  from: string | null;
  until: string | null;
  /** Some of them, those that would change first. */
  runs: ActedPreview[];
  timeZone: string;
};

const MAX_SHOWN = 50;

/** What an act would do to these runs, by the engine's own decision. Writes nothing. */
export const previewAct = (
  accountId: AccountId,
  { ids, act, now }: { ids: string[]; act: RunAct; now: Date },
): Promise<ActPreview> =>
  withAccountSql(accountId, async (tx) => {
    const runs = await readRuns(tx, ids, now);
    const [names, repeated] = await Promise.all([namesOf(tx, ids), sentBefore(tx, ids, act)]);
    const shown = runs.map((run): ActedPreview => {
      const stepIds = run.facts.sequence.snapshot.steps.map((step) => step.id);
      const change = changeOf(act, { ...run.row, stepIds }, now);
      const numbered = (next: NextSend): ShownNext => ({
        ...next,
        stepNumber: next.kind === "end" ? null : stepIds.indexOf(next.stepId ?? "") + 1 || null,
      });
      return {
        id: run.row.id,
        ...(names.get(run.row.id) ?? { contactName: "", sequenceName: "" }),
        before: numbered(nextSend(run.facts, now)),
        after: change && numbered(nextAfter(run, change, now)),
        isRepeated: change !== null && repeated.has(run.row.id),
      };
    });
    const changed = shown.filter((run) => run.after !== null);
    const moments = changed.flatMap(({ after }) => (after?.kind === "send" ? after.at : [])).sort();
    return {
      changed: changed.length,
      unchanged: shown.length - changed.length,
      repeated: changed.filter((run) => run.isRepeated).length,
      ended: changed.filter(({ after }) => after?.kind === "end").length,
      from: moments[0] ?? null,
      until: moments.at(-1) ?? null,
      runs: [...changed, ...shown.filter((run) => run.after === null)].slice(0, MAX_SHOWN),
      timeZone: runs[0]?.facts.settings.timeZone ?? "UTC",
    };
  });

function nextAfter({ facts }: Run, change: Partial<Standing>, now: Date): NextSend {
  if (change.status === "ended")
    return { kind: "end", at: now.toISOString(), reason: change.end_reason ?? "" };
  return nextSend(afterAct(facts, change), now);
}

function afterAct(facts: Facts, change: Partial<Standing>): Facts {
  const { enrollment } = facts;
  const instant = (value: string | null) => (value === null ? null : new Date(value));
  const isMoved = change.step_epoch !== undefined;
  return {
    ...facts,
    enrollment: {
      ...enrollment,
      ...(change.status && { status: change.status }),
      ...(change.step_id !== undefined && { stepId: change.step_id }),
      ...(change.wait_from_at && { waitFromAt: new Date(change.wait_from_at) }),
      ...(change.due_at_override !== undefined && { dueAtOverride: instant(change.due_at_override) }),
      ...(change.paused_until !== undefined && { pausedUntil: instant(change.paused_until) }),
      ...(change.replies_from && { repliesFrom: new Date(change.replies_from) }),
    },
    // A new round has no send records and no drafts yet.
    current: isMoved ? null : facts.current,
    draft: isMoved ? null : (facts.draft ?? null),
  };
}

async function namesOf(tx: SqlTx, ids: string[]) {
  const rows = await tx<{ id: string; contactName: string; sequenceName: string }[]>`
    select e.id, c.name as "contactName", s.name as "sequenceName"
    from enrollments e join contacts c on c.id = e.contact_id join sequences s on s.id = e.sequence_id
    where e.id = any(${ids})`;
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}

/** The runs that have sent the step to which they would be moved. */
async function sentBefore(tx: SqlTx, ids: string[], act: RunAct): Promise<Set<string>> {
  if (act.kind !== "move") return new Set();
  const rows = await tx<{ id: string }[]>`
    select distinct enrollment_id as id from messages
    where enrollment_id = any(${ids}) and step_id = ${act.stepId} and sent_at is not null`;
  return new Set(rows.map((row) => row.id));
}
