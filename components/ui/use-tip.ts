"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

const DELAY_MS = 300;
/** Time to move onto the tip itself, which may be read or selected. */
const GRACE_MS = 100;
/** Who goes along a row of buttons waits for the first tip alone. */
const ROW_MS = 300;

/** The one that is shown on the page, and when the last one went. */
let hideShown: (() => void) | null = null;
let hiddenAt = Number.NEGATIVE_INFINITY;

/** When a tip of this control is shown. */
export function useTip(control: RefObject<HTMLElement | null>) {
  const [isOpen, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const hide = useCallback(() => {
    clearTimeout(timer.current);
    if (hideShown !== hide) return;
    hideShown = null;
    hiddenAt = performance.now();
    setOpen(false);
  }, []);
  const show = (when: "now" | "soon") => {
    clearTimeout(timer.current);
    if (hideShown === hide) return;
    const open = () => {
      hideShown?.();
      hideShown = hide;
      setOpen(true);
    };
    const isInRow = hideShown !== null || performance.now() - hiddenAt < ROW_MS;
    if (when === "now" || isInRow) open();
    else timer.current = setTimeout(open, DELAY_MS);
  };
  const hideSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(hide, GRACE_MS);
  };
  const stay = () => clearTimeout(timer.current);

  useEffect(() => hide, [hide]);
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // The tip alone goes; the next Escape is for what lies below it.
      event.preventDefault();
      hide();
    };
    const onScroll = ({ target }: Event) => {
      if (target instanceof Node && control.current && target.contains(control.current)) hide();
    };
    window.addEventListener("keydown", onKey, true);
    window.addEventListener("scroll", onScroll, true);
    window.addEventListener("resize", hide);
    return () => {
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("scroll", onScroll, true);
      window.removeEventListener("resize", hide);
    };
  }, [isOpen, hide, control]);
  return { isOpen, show, hide, hideSoon, stay };
}
