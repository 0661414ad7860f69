import "server-only";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { DealFilter } from "./filter";
import { firstStage } from "./pipelines";
import { isStalled, matchingShared, rowsOf, source } from "./rows";
import type { RecordRow, Total } from "./schema";

export type BoardDeal = RecordRow & { stageId: string; position: number };
export type BoardStage = { id: string; name: string; count: number; totals: Total[]; deals: BoardDeal[] };
export type Pipeline = { id: string; name: string; stages: { id: string; name: string }[] };
export type Board = { pipelines: Pipeline[]; pipelineId: string; stages: BoardStage[] };

/** Cards of a column at first; further ones are asked for. */
const COLUMN_SIZE = 50;
/** More are found by the search and the filters, not by scrolling. */
const MOST_IN_COLUMN = 1_000;

/**
 * The open deals of a pipeline, by stage, in their order on the board. `shown` says how many of a stage are asked for,
 * where it is more than the first 50. The account's first pipeline is made with its first look.
 */
export const dealBoard = (
  accountId: AccountId,
  filter: DealFilter,
  shown: Record<string, number> = {},
): Promise<Board> =>
  withAccountSql(accountId, async (tx) => {
    await firstStage(tx, accountId);
    const pipelines = await pipelinesOf(tx);
    const pipeline = pipelines.find(({ id }) => id === filter.pipeline) ?? pipelines[0];
    if (!pipeline) return { pipelines, pipelineId: "", stages: [] };
    const ids = pipeline.stages.map(({ id }) => id);
    const [deals, totals] = await Promise.all([cardsOf(tx, ids, filter, shown), totalsOf(tx, ids, filter)]);
    const stages = pipeline.stages.map(({ id, name }) => {
      const own = totals.filter((total) => total.stageId === id);
      return {
        ...{ id, name, deals: deals.filter((deal) => deal.stageId === id) },
        count: own.reduce((sum, { count }) => sum + count, 0),
        totals: own.flatMap(({ currency, amount, count }) => (currency ? [{ currency, amount, count }] : [])),
      };
    });
    return { pipelines, pipelineId: pipeline.id, stages };
  });

/** Those in use, with their stages in use, both in their order. */
export async function pipelinesOf(tx: SqlTx): Promise<Pipeline[]> {
  const rows = await tx<{ id: string; name: string; stageId: string; stageName: string }[]>`
    select p.id, p.name, s.id as "stageId", s.name as "stageName"
    from pipelines p join stages s on s.pipeline_id = p.id and s.archived_at is null
    where p.archived_at is null order by p.position, p.id, s.position, s.id`;
  const pipelines = new Map<string, Pipeline>();
  for (const { id, name, stageId, stageName } of rows) {
    const known = pipelines.get(id) ?? { id, name, stages: [] };
    known.stages.push({ id: stageId, name: stageName });
    pipelines.set(id, known);
  }
  return [...pipelines.values()];
}

const matching = (tx: SqlTx, filter: DealFilter) => tx`r.status = 'open'
  ${filter.stalled ? tx`and ${isStalled(tx)}` : tx``} ${matchingShared(tx, filter)}`;

function cardsOf(tx: SqlTx, stageIds: string[], filter: DealFilter, shown: Record<string, number>) {
  const limits = stageIds.map((id) => Math.min(shown[id] ?? COLUMN_SIZE, MOST_IN_COLUMN));
  return tx<BoardDeal[]>`
    select card.* from unnest(${stageIds}::uuid[], ${limits}::int[]) asked(stage_id, shown)
    cross join lateral (
      ${rowsOf(tx, "deal")} where r.stage_id = asked.stage_id and ${matching(tx, filter)}
      order by r.position, r.id limit asked.shown
    ) card order by card.position, card.id`;
}

type StageTotal = { stageId: string; currency: string | null; amount: number; count: number };

const totalsOf = (tx: SqlTx, stageIds: string[], filter: DealFilter) => tx<StageTotal[]>`
  select r.stage_id as "stageId", r.currency, coalesce(sum(r.amount), 0)::float8 as amount, count(*)::int as count
  ${source(tx, "deal")} where r.stage_id = any(${stageIds}) and ${matching(tx, filter)}
  group by r.stage_id, r.currency order by sum(r.amount) desc nulls last`;
