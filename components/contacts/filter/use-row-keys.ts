"use client";

import { useRef } from "react";

/** Keys of rows that have no id of their own: each keeps its key while others come and go. */
export function useRowKeys(count: number) {
  const keys = useRef<number[]>([]);
  const last = useRef(0);
  while (keys.current.length < count) keys.current.push(++last.current);
  keys.current.length = count;
  return {
    keys: [...keys.current],
    /** Call it before the row is taken out of the value. */
    forget: (index: number) => keys.current.splice(index, 1),
  };
}
