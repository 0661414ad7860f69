"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";

/**
 * The part of the address behind the question mark, where lists keep their filters. Changing a filter goes back to
 * the first page.
 */
export function useAddress() {
  const router = useRouter();
  const path = usePathname();
  const current = useSearchParams();

  const addressWith = (changes: Record<string, string | null>, from: URLSearchParams = current): string => {
    const next = new URLSearchParams(from);
    for (const key of ["after", "before"]) if (!(key in changes)) next.delete(key);
    for (const [key, value] of Object.entries(changes)) {
      if (value) next.set(key, value);
      else next.delete(key);
    }
    const query = next.toString();
    return query ? `${path}?${query}` : path;
  };

  return {
    current,
    addressWith,
    /** Takes effect at once, on the address as it is now: a run opened while a search was typed stays open. */
    change: (changes: Record<string, string | null>) => {
      window.history.replaceState(
        null,
        "",
        addressWith(changes, new URLSearchParams(window.location.search)),
      );
      router.refresh();
    },
  };
}
