"use client";

import { useCallback, useSyncExternalStore } from "react";

/** Whether the screen is as the media query says; `onServer` until the browser has answered. */
export function useMedia(query: string, onServer: boolean): boolean {
  const subscribe = useCallback(
    (tell: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", tell);
      return () => media.removeEventListener("change", tell);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => onServer,
  );
}
