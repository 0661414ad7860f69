"use client";

import { useEffect, useState } from "react";

const REST_MS = 80;

/**
 * The value once it has rested for a moment, for work that is heavier than a keystroke may be. React's own deferring
 * would wait for the autosave, whose action holds back everything that is deferred until the server has answered.
 */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
