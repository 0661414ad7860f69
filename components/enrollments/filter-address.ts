"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { type FilterChanges, filterOf, listQueryOf, withDependents } from "./filter-fields";

/** Changes the address at once and nothing else: the list reads what it asks for by itself. */
function write(next: URLSearchParams, isStep: boolean) {
  const query = next.toString();
  const address = query ? `?${query}` : window.location.pathname;
  if (isStep) window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
}

/** Other parts of the address: the open run, the dialog, the saved view. */
export function showInAddress(changes: Record<string, string | null>) {
  const next = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  write(next, false);
}

/** Goes to another list of the screen, from which the browser leads back. */
export const goToList = (query: string) => write(new URLSearchParams(query), true);

/** What the list is asked for, as the address has it. */
export function useFilterAddress() {
  const address = useSearchParams();
  const query = listQueryOf(address);
  const filter = useMemo(() => filterOf(query), [query]);
  return {
    address,
    /** Filter and order, always written the same way. */
    query,
    filter,
    sort: address.get("sort"),
    order: address.get("order"),
    change: (changes: FilterChanges) => {
      const next = new URLSearchParams(window.location.search);
      for (const name of ["after", "before"]) next.delete(name);
      for (const [name, value] of Object.entries(withDependents(filter, changes))) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      write(next, false);
    },
  };
}
