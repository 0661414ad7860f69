"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { getJson } from "@/components/sequences/get-json";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { moveDealAction } from "@/lib/records/actions";
import type { Board, BoardDeal } from "@/lib/records/board";
import { moved, type Place, positionAt, without } from "./moved";

/** Cards that a column is given more at a time. */
const MORE = 50;
const REFRESH_MS = 5_000;

/** The board as the address asks for it, read again from time to time; moves show at once and can be taken back. */
export function useBoard(account: string, initial: Board, { isShown }: { isShown: boolean }) {
  const t = useTranslations("records.board");
  const common = useTranslations("records");
  const queries = useQueryClient();
  const asked = new URLSearchParams(useSearchParams());
  for (const name of ["open", "view"]) asked.delete(name);
  const [shown, setShown] = useState<Record<string, number>>({});
  const [isHeld, setHeld] = useState(false);
  const more = Object.entries(shown).map(([id, count]) => `${id}:${count}`);
  const query = new URLSearchParams(asked);
  if (more.length > 0) query.set("shown", more.join(","));
  const key = ["board", account, query.toString()];

  const { data: board = initial, isError } = useQuery({
    queryKey: key,
    queryFn: () => getJson<Board>(`/api/a/${account}/deals/board?${query}`),
    initialData: more.length === 0 ? initial : undefined,
    placeholderData: keepPreviousData,
    // A card in the hand must not be taken away by a newer board.
    refetchInterval: isHeld || !isShown ? false : REFRESH_MS,
  });
  const show = (change: (current: Board) => Board) =>
    queries.setQueryData<Board>(key, (current) => (current ? change(current) : current));
  const refresh = () => queries.invalidateQueries({ queryKey: ["board", account] });

  const put = async (dealId: string, to: { stageId: string; position: number }): Promise<boolean> => {
    await queries.cancelQueries({ queryKey: key });
    const before = queries.getQueryData<Board>(key);
    show((current) => moved(current, dealId, to));
    const answer = await moveDealAction({ account, dealId, ...to }).catch(() => undefined);
    if (!answer?.data) {
      queries.setQueryData(key, before);
      toast.error(refusalOf(answer) ?? common("failed"));
    }
    void refresh();
    return Boolean(answer?.data);
  };

  const move = async (deal: BoardDeal, place: Place) => {
    const to = { stageId: place.stageId, position: positionAt(board, deal.id, place) };
    const from = { stageId: deal.stageId, position: deal.position };
    const isMoved = await put(deal.id, to);
    // Within a column it is put back as quickly as the notice is read.
    if (!isMoved || to.stageId === from.stageId) return;
    const stage = board.stages.find(({ id }) => id === to.stageId)?.name ?? "";
    toast(t("moved", { title: deal.title, stage }), {
      action: { label: common("undo"), onClick: () => void put(deal.id, from) },
    });
  };

  return {
    board,
    isStale: isError,
    move,
    refresh,
    hold: setHeld,
    /** It was won or lost: its card goes before the server answers. */
    take: (dealId: string) => void show((current) => without(current, dealId)),
    showMore: (stageId: string) => {
      const now = board.stages.find(({ id }) => id === stageId)?.deals.length ?? 0;
      setShown((current) => ({ ...current, [stageId]: now + MORE }));
    },
  };
}
