"use client";

import { useCallback, useLayoutEffect, useRef } from "react";

/** The same function for as long as the component lives, which does what the latest one would do. */
export function useLatest<Args extends unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
