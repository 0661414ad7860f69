"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

/** Chooses a part of the field, or puts the caret there, once the new text is in it. */
export function useChoice(field: RefObject<HTMLTextAreaElement | HTMLInputElement | null>) {
  const wanted = useRef<[number, number] | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(...wanted.current);
    wanted.current = null;
  });
  return (from: number, to: number) => {
    wanted.current = [from, to];
  };
}
