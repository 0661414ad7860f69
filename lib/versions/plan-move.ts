import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { sequenceVersions, versionMoves } from "@/db/schema/tables";
import { movePlannedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SequenceSnapshot } from "@/lib/core/model";
import { FIRST_RUN } from "@/lib/engine/move-runs";
import { AppError } from "@/lib/errors";
import { GRACE_SECONDS } from "./move-acts";
import type { MoveChoice } from "./schema";

type Planning = {
  accountId: AccountId;
  sequenceId: string;
  versionId: string;
  snapshot: SequenceSnapshot;
  choices: MoveChoice[];
  actorId: string;
  now: Date;
};

export type PlannedMove = { id: string; startsAt: string; total: number };

/**
 * Writes down what is to become of the people in flight, to begin after a short grace. A plan of an earlier publishing
 * that has not begun is taken back: whoever chose now saw its people where they still are. Throws `invalid` when a
 * choice names a step or version that is not this sequence's. Null when everybody finishes where they are.
 */
export async function planMove(tx: Tx, planning: Planning): Promise<PlannedMove | null> {
  const { accountId, sequenceId, versionId, snapshot, actorId, now } = planning;
  await tx
    .update(versionMoves)
    .set({ status: "canceled", finishedAt: now })
    .where(and(eq(versionMoves.sequenceId, sequenceId), eq(versionMoves.status, "waiting")));
  if (planning.choices.every(({ act }) => act === "finish")) return null;
  const versions = await versionsOf(tx, sequenceId, planning.choices);
  for (const choice of planning.choices) checkChoice(choice, versions.get(choice.versionId), snapshot);
  const choices = completed(planning.choices, versions);
  const startsAt = new Date(now.getTime() + GRACE_SECONDS * 1_000);
  const total = await countRuns(tx, sequenceId, choices);
  const [move] = await tx
    .insert(versionMoves)
    .values({
      accountId,
      sequenceId,
      versionId,
      choices,
      startsAt,
      total,
      createdBy: actorId,
      createdAt: now,
    })
    .returning({ id: versionMoves.id });
  if (!move) throw new AppError("unavailable");
  const ref = { accountId, moveId: move.id, startsAt: startsAt.toISOString(), cursor: FIRST_RUN, leg: 1 };
  const event = movePlannedOf(ref);
  await tx.execute(sql`
    insert into outbox (event_id, name, data)
    values (${event.eventId}, ${event.name}, ${JSON.stringify(event.data)}::jsonb)`);
  await tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
  return { id: move.id, startsAt: ref.startsAt, total };
}

async function versionsOf(tx: Tx, sequenceId: string, choices: MoveChoice[]) {
  const ids = [...new Set(choices.map((choice) => choice.versionId))];
  const rows = await tx
    .select({ id: sequenceVersions.id, snapshot: sequenceVersions.snapshot })
    .from(sequenceVersions)
    .where(and(eq(sequenceVersions.sequenceId, sequenceId), inArray(sequenceVersions.id, ids)));
  return new Map(rows.map((row) => [row.id, row.snapshot]));
}

function checkChoice(choice: MoveChoice, from: SequenceSnapshot | undefined, to: SequenceSnapshot): void {
  const has = ({ steps }: SequenceSnapshot, id: string | null | undefined) =>
    id === null || id === undefined || steps.some((step) => step.id === id);
  if (!from || !has(from, choice.stepId)) throw new AppError("invalid", "move_group_unknown");
  if (choice.act !== "move") return;
  if (!has(to, choice.toStepId)) throw new AppError("invalid", "move_step_unknown");
  if (from.target !== to.target) throw new AppError("invalid", "move_other_target");
}

/**
 * Where all groups of a version got the same choice it holds for all its steps: nobody escapes it by going on to a step
 * at which nobody stood while the person chose.
 */
function completed(choices: MoveChoice[], versions: Map<string, SequenceSnapshot>): MoveChoice[] {
  const further = [...versions].flatMap(([versionId, { steps }]) => {
    const own = choices.filter((choice) => choice.versionId === versionId);
    const act = own[0]?.act;
    if (!act || own.some((choice) => choice.act !== act)) return [];
    return steps
      .filter(({ id }) => !own.some((choice) => choice.stepId === id))
      .map(({ id }): MoveChoice => ({ versionId, stepId: id, act }));
  });
  return [...choices, ...further];
}

async function countRuns(tx: Tx, sequenceId: string, choices: MoveChoice[]): Promise<number> {
  const groups = choices
    .filter(({ act }) => act !== "finish")
    .map(({ versionId, stepId }) => `${versionId} ${stepId ?? ""}`);
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from enrollments
    where sequence_id = ${sequenceId} and status in ('active', 'paused')
      and concat(version_id, ' ', step_id) = any(${sql.param(groups)}::text[])`);
  return row?.count ?? 0;
}
