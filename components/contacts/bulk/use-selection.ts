"use client";

import { useState } from "react";
import type { ContactFilter, Whom } from "@/lib/contacts/schema";

type Named = { id: string; name: string };
export type Selection = ReturnType<typeof useSelection>;

/** Contacts that were ticked, or all that the list's filter finds. A changed filter begins anew. */
export function useSelection(filter: ContactFilter) {
  const asked = JSON.stringify(filter);
  const [state, setState] = useState({ asked, chosen: [] as Named[], isAll: false });
  const { chosen, isAll } = state.asked === asked ? state : { chosen: [], isAll: false };
  const set = (changed: { chosen: Named[]; isAll: boolean }) => setState({ asked, ...changed });
  const isChosen = (id: string) => isAll || chosen.some((one) => one.id === id);
  return {
    chosen,
    isAll,
    isChosen,
    count: chosen.length,
    toggle: (those: Named[], isOn: boolean) => {
      const others = chosen.filter((one) => !those.some(({ id }) => id === one.id));
      set({ chosen: isOn ? [...others, ...those] : others, isAll: false });
    },
    selectAll: () => set({ chosen, isAll: true }),
    clear: () => set({ chosen: [], isAll: false }),
    whom: (): Whom =>
      isAll ? { kind: "filter", filter } : { kind: "contacts", ids: chosen.map(({ id }) => id) },
  };
}
