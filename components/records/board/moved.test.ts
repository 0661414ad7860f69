import { describe, expect, it } from "vitest";
import type { Board, BoardDeal } from "@/lib/records/board";
import { dealOf, moved, positionAt, without } from "./moved";

const deal = (id: string, stageId: string, position: number, over: Partial<BoardDeal> = {}): BoardDeal => ({
  ...{ id, stageId, position, kind: "deal", title: id, status: "open", amount: 100, currency: "BRL" },
  ...{ date: null, endsAt: null, place: "", assigneeId: null, assigneeName: null, externalId: null },
  ...{ stageName: stageId, lostReason: null, isStalled: false, liveRuns: 0 },
  ...{ contactId: "ana", contactName: "Ana" },
  ...over,
});
const stage = (id: string, deals: BoardDeal[]) => ({
  ...{ id, name: id, deals, count: deals.length },
  totals: deals.length > 0 ? [{ currency: "BRL", amount: 100 * deals.length, count: deals.length }] : [],
});
const board: Board = {
  ...{ pipelines: [], pipelineId: "p" },
  stages: [
    stage("new", [deal("a", "new", 1), deal("b", "new", 2), deal("c", "new", 3)]),
    stage("offer", [deal("d", "offer", 5)]),
    stage("late", []),
  ],
};
const order = (shown: Board) => shown.stages.map(({ deals }) => deals.map(({ id }) => id).join(""));
const put = (id: string, stageId: string, beforeId: string | null) =>
  moved(board, id, { stageId, position: positionAt(board, id, { stageId, beforeId }) });

describe("a card that is put somewhere", () => {
  it.each([
    ["a", "new", "c", ["bac", "d", ""]],
    ["c", "new", "a", ["cab", "d", ""]],
    ["a", "new", null, ["bca", "d", ""]],
    ["b", "offer", "d", ["ac", "bd", ""]],
    ["b", "offer", null, ["ac", "db", ""]],
    ["b", "late", null, ["ac", "d", "b"]],
    ["b", "new", "c", ["abc", "d", ""]],
  ])("%s into %s before %s", (id, stageId, beforeId, expected) => {
    expect(order(put(id, stageId, beforeId))).toEqual(expected);
  });

  it("takes its amount along, currency by currency", () => {
    const yen = { ...board, stages: [...board.stages] };
    yen.stages[2] = {
      ...stage("late", [deal("y", "late", 1, { currency: "JPY" })]),
      totals: [{ currency: "JPY", amount: 100, count: 1 }],
    };
    const after = moved(yen, "a", { stageId: "late", position: 2 });
    expect(after.stages[0]).toMatchObject({ count: 2, totals: [{ currency: "BRL", amount: 200, count: 2 }] });
    expect(after.stages[2]?.totals).toEqual([
      { currency: "JPY", amount: 100, count: 1 },
      { currency: "BRL", amount: 100, count: 1 },
    ]);
  });

  it("leaves the board when it is won, and its currency when it was the last of it", () => {
    const after = without(board, "d");
    expect(after.stages[1]).toMatchObject({ count: 0, totals: [], deals: [] });
    expect(dealOf(after, "d")).toBeUndefined();
  });

  it("changes nothing when it is not on the board", () => {
    expect(moved(board, "z", { stageId: "new", position: 0 })).toBe(board);
  });
});
