import { type SqlTx, withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import type { MoveChoice } from "@/db/schema/tables";
import { type MoveRef, movePlannedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { type Clock, systemClock } from "./clock";
import { endRuns } from "./exits";
import { type MovingRun, moveToVersion } from "./move-to-version";

/** What the durable loop does next. `cursor` is the last run that was looked at. */
export type MoveTurn =
  | { kind: "more"; cursor: string }
  | { kind: "again"; cursor: string; until: string }
  | { kind: "done" };

type Move = MoveRef & { accountId: AccountId };
type MoveRow = {
  id: string;
  sequence_id: string;
  version_id: string;
  choices: MoveChoice[];
  starts_at: Date;
  created_by: string | null;
};

export const FIRST_RUN = "00000000-0000-0000-0000-000000000000";
/** A second's work: a reply that meets it waits no longer than that. */
const BATCH = 500;
/** A send that is under way is over by then, one way or the other. */
const LEFT_BEHIND_SECONDS = 30;
/** Whoever cannot be moved by then stays where they are. */
const PATIENCE_MINUTES = 10;

/**
 * Carries out the choices of one publishing for the next 500 runs behind `cursor`, each by where it stands now. Nothing
 * before the move's start, nothing after it was taken back; a batch that is repeated changes nothing, because whoever
 * was moved or ended stands in none of the groups any more.
 */
export const moveRunsBatch = (
  { accountId, moveId, cursor }: Pick<Move, "accountId" | "moveId" | "cursor">,
  clock: Clock = systemClock,
): Promise<MoveTurn> =>
  withAccountSql(accountId, async (tx) => {
    const now = clock();
    const move = await begin(tx, moveId, now);
    if (!move) return notBegun(tx, moveId, cursor);
    const found = await findRuns(tx, move, cursor);
    const last = found.at(-1);
    if (!last) return end(tx, move, now);
    const runs = await lockGroups(tx, move, found);
    const exits = runs.filter(({ choice }) => choice.act === "exit").map(({ id }) => id);
    const because = { code: "exited_on_publish", data: {} };
    const act = { accountId, actorId: move.created_by, now };
    const exited = await endRuns(tx, { ...act, ids: exits, reason: "stopped", because });
    const moved = await moveToVersion(
      tx,
      { ...act, versionId: move.version_id },
      runs.filter(({ choice }) => choice.act === "move"),
    );
    await tx`
      update version_moves set moved = moved + ${moved}, exited = exited + ${exited.length} where id = ${move.id}`;
    return { kind: "more", cursor: last };
  });

/** A long move goes on in a fresh durable run, because replaying one costs more with each step. */
export const continueMove = (move: Move): Promise<void> =>
  withAccountSql(move.accountId, (tx) => emit(tx, [movePlannedOf({ ...move, leg: move.leg + 1 })]));

/** Holding the row puts two durable runs of one move, and whoever takes it back, in one order. */
async function begin(tx: SqlTx, moveId: string, now: Date): Promise<MoveRow | undefined> {
  const [move] = await tx<MoveRow[]>`
    update version_moves set status = 'running'
    where id = ${moveId} and status in ('waiting', 'running') and starts_at <= ${now}
    returning id, sequence_id, version_id, choices, starts_at, created_by`;
  return move;
}

async function notBegun(tx: SqlTx, moveId: string, cursor: string): Promise<MoveTurn> {
  const [waiting] = await tx<{ starts_at: Date }[]>`
    select starts_at from version_moves where id = ${moveId} and status = 'waiting'`;
  return waiting ? { kind: "again", cursor, until: waiting.starts_at.toISOString() } : { kind: "done" };
}

const groupOf = (versionId: string, stepId: string | null) => `${versionId} ${stepId ?? ""}`;
const groupsOf = ({ choices }: MoveRow) =>
  choices.filter(({ act }) => act !== "finish").map(({ versionId, stepId }) => groupOf(versionId, stepId));

/** Both statuses in the order of their index, so that a batch costs the same behind a million runs. */
async function findRuns(tx: SqlTx, move: MoveRow, cursor: string): Promise<string[]> {
  const some = (status: string) => tx`
    (select id from enrollments
      where sequence_id = ${move.sequence_id} and status = ${status} and id > ${cursor}
        and concat(version_id, ' ', step_id) = any(${groupsOf(move)})
      order by id limit ${BATCH})`;
  const rows = await tx<{ id: string }[]>`
    select id from (${some("active")} union all ${some("paused")}) live order by id limit ${BATCH}`;
  return rows.map((row) => row.id);
}

/** The runs of the batch that, under their lock, still stand in a group with a choice and have no send under way. */
async function lockGroups(tx: SqlTx, move: MoveRow, ids: string[]): Promise<MovingRun[]> {
  const choices = new Map(move.choices.map((choice) => [groupOf(choice.versionId, choice.stepId), choice]));
  const rows = await tx<Omit<MovingRun, "choice">[]>`
    select id, version_id, step_id, step_epoch from enrollments
    where id = any(${ids}) and status in ('active', 'paused') order by id for update`;
  const sending = await tx<{ enrollment_id: string }[]>`
    select m.enrollment_id from messages m
    join enrollments e on e.id = m.enrollment_id and e.step_id = m.step_id and e.step_epoch = m.step_epoch
    where m.enrollment_id = any(${ids}) and m.status = 'claimed'`;
  const isSending = new Set(sending.map((row) => row.enrollment_id));
  return rows.flatMap((row) => {
    const choice = choices.get(groupOf(row.version_id, row.step_id));
    if (!choice || choice.act === "finish") return [];
    // Its outcome belongs to the version that it was claimed with; the run is moved when it is known.
    if (choice.act === "move" && isSending.has(row.id)) return [];
    return [{ ...row, choice }];
  });
}

async function end(tx: SqlTx, move: MoveRow, now: Date): Promise<MoveTurn> {
  const patience = new Date(move.starts_at.getTime() + PATIENCE_MINUTES * 60_000);
  const left = now < patience ? await findRuns(tx, move, FIRST_RUN) : [];
  if (left.length > 0) {
    const until = new Date(now.getTime() + LEFT_BEHIND_SECONDS * 1_000).toISOString();
    return { kind: "again", cursor: FIRST_RUN, until };
  }
  await tx`
    update version_moves
    set status = 'done', finished_at = ${now}, passed_over = greatest(0, total - moved - exited)
    where id = ${move.id}`;
  return { kind: "done" };
}

/** Long enough that a long move is not taken for a lost one, and how often a lost one is begun again. */
const LATE_MINUTES = 10;
/** Legs that a durable run may hand over to before those of the next restart begin. */
const LEGS_BETWEEN = 1_000;

/** Begins moves again that are overdue because their durable run was lost. Answers how many are. */
export const restartMoves = (accountId: AccountId, now: Date): Promise<number> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<{ id: string; starts_at: Date }[]>`
      select id, starts_at from version_moves
      where status in ('waiting', 'running') and starts_at < ${new Date(now.getTime() - LATE_MINUTES * 60_000)}`;
    const events = rows.map(({ id, starts_at: startsAt }) => {
      const times = Math.floor((now.getTime() - startsAt.getTime()) / (LATE_MINUTES * 60_000));
      const of = { accountId, moveId: id, startsAt: startsAt.toISOString(), cursor: FIRST_RUN };
      return movePlannedOf({ ...of, leg: times * LEGS_BETWEEN });
    });
    await emit(tx, events);
    return rows.length;
  });
