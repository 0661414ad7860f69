"use client";

import { useState } from "react";
import type { DraftListItem } from "@/lib/approvals/schema";
import { readEdit } from "./kept-edit";

/** What one approval takes. */
const MAX_TICKED = 200;

/** Which drafts are to be approved together: green ones, without words of one's own that would be passed over. */
export function useTicks(account: string, rows: readonly DraftListItem[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const mayTick = (row: DraftListItem) =>
    row.verdict === "open" && row.findingCount === 0 && readEdit(account, row.id) === null;
  const able = rows.filter(mayTick).slice(0, MAX_TICKED);
  return {
    mayTick,
    /** Those that are green no more, or gone, are not ticked either. */
    ticked: able.filter(({ id }) => ids.has(id)),
    ableCount: able.length,
    tick: (id: string, isTicked: boolean) =>
      setIds((before) => new Set(isTicked ? [...before, id] : [...before].filter((each) => each !== id))),
    tickAll: () => setIds(new Set(able.map(({ id }) => id))),
    clear: () => setIds(new Set()),
  };
}

export type Ticks = ReturnType<typeof useTicks>;
