import type { Board, BoardDeal, BoardStage } from "@/lib/records/board";
import type { Total } from "@/lib/records/schema";

/** Where a card is to stand: in a stage, before the card of `beforeId`, or below all that are shown. */
export type Place = { stageId: string; beforeId: string | null };

/** The number between its neighbours that puts a card there; the card itself does not count as one. */
export function positionAt(board: Board, dealId: string, { stageId, beforeId }: Place): number {
  const others = cardsOf(board, stageId).filter(({ id }) => id !== dealId);
  const index = others.findIndex(({ id }) => id === beforeId);
  const below = index >= 0 ? others[index] : undefined;
  const above = index >= 0 ? others[index - 1] : others.at(-1);
  if (above && below) return (above.position + below.position) / 2;
  if (above) return above.position + 1;
  return below ? below.position - 1 : 0;
}

/** The board as it will be with the card there; counts and sums go with it. */
export function moved(board: Board, dealId: string, to: { stageId: string; position: number }): Board {
  const deal = dealOf(board, dealId);
  if (!deal) return board;
  const card = { ...deal, ...to };
  const stages = without(board, dealId).stages.map((stage) =>
    stage.id === to.stageId ? withCard(stage, card) : stage,
  );
  return { ...board, stages };
}

/** Without the card: it was won or lost. */
export function without(board: Board, dealId: string): Board {
  const stages = board.stages.map((stage) => {
    const deal = stage.deals.find(({ id }) => id === dealId);
    if (!deal) return stage;
    return {
      ...stage,
      deals: stage.deals.filter(({ id }) => id !== dealId),
      count: stage.count - 1,
      totals: summed(stage.totals, deal, -1),
    };
  });
  return { ...board, stages };
}

export const dealOf = (board: Board, dealId: string): BoardDeal | undefined =>
  board.stages.flatMap(({ deals }) => deals).find(({ id }) => id === dealId);

const cardsOf = (board: Board, stageId: string) => board.stages.find(({ id }) => id === stageId)?.deals ?? [];

function withCard(stage: BoardStage, card: BoardDeal): BoardStage {
  const deals = [...stage.deals, { ...card, stageName: stage.name }].sort(
    (a, b) => a.position - b.position || (a.id < b.id ? -1 : 1),
  );
  return { ...stage, deals, count: stage.count + 1, totals: summed(stage.totals, card, 1) };
}

function summed(totals: Total[], { amount, currency }: BoardDeal, sign: 1 | -1): Total[] {
  if (amount === null || !currency) return totals;
  const known = totals.find((total) => total.currency === currency) ?? { currency, amount: 0, count: 0 };
  const next = { currency, amount: known.amount + sign * amount, count: known.count + sign };
  const others = totals.filter((total) => total.currency !== currency);
  return next.count > 0 ? [...others, next].sort((a, b) => b.amount - a.amount) : others;
}
