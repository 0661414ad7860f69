"use client";

import { type RefObject, useLayoutEffect } from "react";

export type Side = "top" | "right" | "bottom" | "left";

const GAP = 4;
const EDGE = 8;
const OPPOSITE: Record<Side, Side> = { top: "bottom", right: "left", bottom: "top", left: "right" };

/** Puts an element beside another, on the other side of it where the window leaves no room. */
export function usePlaced(
  element: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  side: Side,
) {
  useLayoutEffect(() => {
    if (!element.current || !anchor.current) return;
    const { offsetWidth: width, offsetHeight: height } = element.current;
    const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const { left, top } = placeOf(anchor.current.getBoundingClientRect(), { width, height }, room, side);
    element.current.style.left = `${left}px`;
    element.current.style.top = `${top}px`;
  });
}

type Size = { width: number; height: number };
type Box = { left: number; top: number; right: number; bottom: number };

/** Where something of this size goes beside the box; all in pixels of the window. */
export function placeOf(box: Box, size: Size, room: Size, side: Side): { left: number; top: number } {
  const chosen =
    fits(box, size, room, side) || !fits(box, size, room, OPPOSITE[side]) ? side : OPPOSITE[side];
  const middle = {
    left: (box.left + box.right - size.width) / 2,
    top: (box.top + box.bottom - size.height) / 2,
  };
  const beside = {
    top: { ...middle, top: box.top - GAP - size.height },
    bottom: { ...middle, top: box.bottom + GAP },
    left: { ...middle, left: box.left - GAP - size.width },
    right: { ...middle, left: box.right + GAP },
  }[chosen];
  return {
    left: Math.round(Math.max(EDGE, Math.min(beside.left, room.width - EDGE - size.width))),
    top: Math.round(Math.max(EDGE, Math.min(beside.top, room.height - EDGE - size.height))),
  };
}

function fits(box: Box, size: Size, room: Size, side: Side): boolean {
  switch (side) {
    case "top":
      return box.top - GAP - size.height >= EDGE;
    case "bottom":
      return box.bottom + GAP + size.height <= room.height - EDGE;
    case "left":
      return box.left - GAP - size.width >= EDGE;
    case "right":
      return box.right + GAP + size.width <= room.width - EDGE;
  }
}
