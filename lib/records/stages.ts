import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { firstStage, passStage } from "./pipelines";
import { lockRecord } from "./stored";
import { changeStored } from "./write";

/** What the settings of a pipeline change. Boards show stages and pipelines in this order. */

export const addPipeline = (
  accountId: AccountId,
  { name, stageName }: { name: string; stageName: string },
): Promise<{ id: string }> =>
  withAccountSql(accountId, async (tx) => {
    // The first deal of all goes into the pipeline that the account begins with, not into this one.
    await firstStage(tx, accountId);
    const [pipeline] = await tx<{ id: string }[]>`
      insert into pipelines (account_id, name, position)
      select ${accountId}, ${name}, coalesce(max(position), -1) + 1 from pipelines returning id`;
    if (!pipeline) throw new AppError("unavailable");
    await tx`insert into stages (account_id, pipeline_id, name) values (${accountId}, ${pipeline.id}, ${stageName})`;
    return pipeline;
  });

export const renamePipeline = (
  accountId: AccountId,
  { pipelineId, name }: { pipelineId: string; name: string },
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const done =
      await tx`update pipelines set name = ${name} where id = ${pipelineId} and archived_at is null`;
    if (done.count === 0) throw new AppError("not_found");
  });

/** Only one without open deals, and never the last: a new deal must find a stage. */
export const archivePipeline = (
  accountId: AccountId,
  { pipelineId, now }: { pipelineId: string; now: Date },
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const live = await tx<{ id: string }[]>`
      select id from pipelines where archived_at is null order by id for update`;
    if (!live.some(({ id }) => id === pipelineId)) throw new AppError("not_found");
    if (live.length === 1) throw new AppError("conflict", "last_pipeline");
    // Against deals that are being put there.
    await tx`select from stages where pipeline_id = ${pipelineId} order by id for update`;
    const [open] = await tx`
      select from deals d join stages s on s.id = d.stage_id
      where s.pipeline_id = ${pipelineId} and d.status = 'open' limit 1`;
    if (open) throw new AppError("conflict", "pipeline_in_use");
    await tx`update pipelines set archived_at = ${now} where id = ${pipelineId}`;
  });

export const addStage = (
  accountId: AccountId,
  { pipelineId, name }: { pipelineId: string; name: string },
): Promise<{ id: string }> =>
  withAccountSql(accountId, async (tx) => {
    const [pipeline] = await tx`
      select id from pipelines where id = ${pipelineId} and archived_at is null for update`;
    if (!pipeline) throw new AppError("not_found");
    const [{ count } = { count: 0 }] = await tx<{ count: number }[]>`
      select count(*)::int as count from stages where pipeline_id = ${pipelineId} and archived_at is null`;
    if (count >= MAX_STAGES) throw new AppError("conflict", "too_many_stages", { data: { max: MAX_STAGES } });
    const [stage] = await tx<{ id: string }[]>`
      insert into stages (account_id, pipeline_id, name, position)
      select ${accountId}, ${pipelineId}, ${name}, coalesce(max(position), -1) + 1
      from stages where pipeline_id = ${pipelineId} returning id`;
    if (!stage) throw new AppError("unavailable");
    return stage;
  });

/** More columns would not be read as one board. */
const MAX_STAGES = 20;

export const renameStage = (
  accountId: AccountId,
  { stageId, name }: { stageId: string; name: string },
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const done = await tx`update stages set name = ${name} where id = ${stageId} and archived_at is null`;
    if (done.count === 0) throw new AppError("not_found");
  });

/** In the order of `stageIds`; stages of the pipeline that are not among them, such as one just added, go behind. */
export const orderStages = (
  accountId: AccountId,
  { pipelineId, stageIds }: { pipelineId: string; stageIds: string[] },
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    await tx`select from stages where pipeline_id = ${pipelineId} order by id for update`;
    await tx`
      update stages s set position = o.place from (
        select id, row_number() over (
          order by array_position(${stageIds}::uuid[], id) nulls last, position, id) - 1 as place
        from stages where pipeline_id = ${pipelineId}
      ) o where o.id = s.id`;
  });

type Archive = {
  stageId: string;
  /** Where its open deals go: another stage of any pipeline. Not needed where it has none. */
  toStageId: string | null;
  actorId: string | null;
  now: Date;
};

/**
 * Archives a stage after its open deals went to another one, each told as any other move. Deals that are closed keep
 * naming it. Throws `conflict` for the last stage of a pipeline, and where deals have nowhere to go.
 */
export async function archiveStage(
  accountId: AccountId,
  { stageId, toStageId, ...by }: Archive,
): Promise<{ moved: number }> {
  for (let moved = 0; ; ) {
    await withAccountSql(accountId, (tx) => passRemoval(tx, stageId));
    const open = await withAccountSql(accountId, (tx) => openDealsOf(tx, stageId));
    if (open.length === 0 && (await archiveEmpty(accountId, stageId, by.now))) return { moved };
    if (open.length > 0 && (!toStageId || toStageId === stageId))
      throw new AppError("conflict", "stage_in_use");
    // Each by itself: their contacts' runs are locked first, and a thousand at once would wait in circles.
    for (const dealId of open) moved += await moveOpen(accountId, { dealId, stageId, toStageId, by });
  }
}

const openDealsOf = async (tx: SqlTx, stageId: string): Promise<string[]> => {
  const rows = await tx<{ id: string }[]>`
    select id from deals where stage_id = ${stageId} and status = 'open' order by position desc, id desc limit 500`;
  return rows.map(({ id }) => id);
};

type MoveOpen = {
  dealId: string;
  stageId: string;
  toStageId: string | null;
  by: { actorId: string | null; now: Date };
};

const moveOpen = (accountId: AccountId, { dealId, stageId, toStageId, by }: MoveOpen): Promise<number> =>
  withAccountSql(accountId, async (tx) => {
    const deal = await lockRecord(tx, "deal", dealId).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "not_found") return null;
      throw error;
    });
    if (deal?.status !== "open" || deal.values.stage_id !== stageId || !toStageId) return 0;
    await passStage(tx, toStageId);
    return (await changeStored(tx, accountId, deal, { values: { stage_id: toStageId }, by })) ? 1 : 0;
  });

/** False where a deal came in meanwhile: whoever puts one there holds the stage against this. */
const archiveEmpty = (accountId: AccountId, stageId: string, now: Date): Promise<boolean> =>
  withAccountSql(accountId, async (tx) => {
    await passRemoval(tx, stageId);
    if ((await openDealsOf(tx, stageId)).length > 0) return false;
    await tx`update stages set archived_at = ${now} where id = ${stageId}`;
    return true;
  });

/** Throws `not_found`, and `conflict` for the only stage that its pipeline has. */
async function passRemoval(tx: SqlTx, stageId: string): Promise<void> {
  const siblings = await tx<{ id: string }[]>`
    select id from stages where archived_at is null
      and pipeline_id = (select pipeline_id from stages where id = ${stageId}) order by id for update`;
  if (!siblings.some(({ id }) => id === stageId)) throw new AppError("not_found");
  if (siblings.length === 1) throw new AppError("conflict", "last_stage");
}
