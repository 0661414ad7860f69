"use client";

import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

/** What stands over the list while it scrolls: the bar of the frame and the heads of the columns. */
const COVERED_PX = 80;
/** What stands over its end: the acts on the selection. */
const COVERED_END_PX = 72;
/** Drawn by the server, which does not know the screen. */
const FIRST_SCREEN = { width: 1280, height: 900 };
const OVERSCAN = 8;
const FIRST_ROW_PX = 40;

type WindowOfRows = {
  ids: string[];
  body: RefObject<HTMLElement | null>;
  /** A row that is drawn wherever it is, because it has the focus. */
  keptIndex: number;
};

/** Which rows of a long list are drawn: those on the screen and some around it, as the page scrolls. */
export function useRowWindow({ ids, body, keptIndex }: WindowOfRows) {
  const [rowHeight, setRowHeight] = useState(FIRST_ROW_PX);
  const [top, setTop] = useState(0);

  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const measure = () => {
      setTop(Math.round(element.getBoundingClientRect().top + window.scrollY));
      const row = element.querySelector("tr[data-row]");
      if (row) setRowHeight(row.getBoundingClientRect().height);
    };
    measure();
    // Whatever changes above the list moves it, and makes the page longer or shorter.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [body]);

  const virtualizer = useWindowVirtualizer({
    count: ids.length,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: OVERSCAN,
    scrollMargin: top,
    scrollPaddingStart: COVERED_PX,
    scrollPaddingEnd: COVERED_END_PX,
    initialRect: FIRST_SCREEN,
    // As the server has drawn it; where the page was scrolled to by then is read right after.
    initialOffset: 0,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      if (keptIndex < 0 || keptIndex >= range.count || drawn.includes(keptIndex)) return drawn;
      return [...drawn, keptIndex].sort((a, b) => a - b);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes were computed with the height before
  useLayoutEffect(() => virtualizer.measure(), [rowHeight]);
  useAnchor(ids, rowHeight, top);

  return {
    items: virtualizer.getVirtualItems(),
    /** Where the list begins on the page, and how high it would be with all rows. */
    top,
    end: top + virtualizer.getTotalSize(),
    range: virtualizer.range,
    scrollTo: (index: number) => virtualizer.scrollToIndex(index, { align: "auto" }),
  };
}

/** Keeps the first row on the screen where it is when rows come or go above it. */
function useAnchor(ids: string[], rowHeight: number, top: number) {
  const anchor = useRef<{ id: string; index: number } | null>(null);
  const latest = useRef({ ids, rowHeight, top });
  latest.current = { ids, rowHeight, top };
  useLayoutEffect(() => {
    const held = anchor.current;
    if (!held) return;
    const index = ids.indexOf(held.id);
    if (index < 0 || index === held.index) return;
    anchor.current = { id: held.id, index };
    window.scrollBy(0, (index - held.index) * latest.current.rowHeight);
  }, [ids]);
  useEffect(() => {
    const look = () => {
      const { ids: shown, rowHeight: height, top: start } = latest.current;
      const index = Math.floor((window.scrollY + COVERED_PX - start) / height);
      const id = index > 0 ? shown[index] : undefined;
      anchor.current = id ? { id, index } : null;
    };
    look();
    window.addEventListener("scroll", look, { passive: true });
    return () => window.removeEventListener("scroll", look);
  }, []);
}
