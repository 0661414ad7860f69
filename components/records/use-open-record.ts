"use client";

import { useSearchParams } from "next/navigation";

/** The record whose panel is open, in the address as `open`. Opening one changes the address only. */
export function useOpenRecord() {
  const current = useSearchParams();
  const openId = current.get("open");
  const show = (id: string | null) => {
    const next = new URLSearchParams(window.location.search);
    if (id === null) next.delete("open");
    else next.set("open", id);
    window.history.replaceState(null, "", next.size > 0 ? `?${next}` : window.location.pathname);
  };
  return { openId, show };
}
