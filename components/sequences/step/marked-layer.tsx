"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";

/** A part of the text to underline: red where it is wrong, amber where it wants a look. */
type Underlined = { from: number; to: number; tone: "red" | "amber" };

type MarkedLayerProps<Range extends Underlined> = {
  text: string;
  ranges: Range[];
  field: RefObject<HTMLTextAreaElement | HTMLInputElement | null>;
  isMultiline?: boolean;
  /** Said while the pointer rests on the range. */
  reasonOf: (range: Range) => string;
};

/**
 * The same text once more, unseen, exactly over the field, so that parts of it can be underlined: a field of a form
 * cannot be underlined in parts. It takes no clicks and is silent; what it says stands in words below the field.
 */
export function MarkedLayer<Range extends Underlined>({
  text,
  ranges,
  field,
  isMultiline,
  reasonOf,
}: MarkedLayerProps<Range>) {
  const layer = useRef<HTMLDivElement>(null);
  useAligned(layer, field, text, isMultiline === true);
  const pointed = usePointed(layer, field);
  const range = pointed && ranges[pointed.index];
  return (
    <>
      <div
        ref={layer}
        aria-hidden
        className={cn(
          "pointer-events-none absolute top-0 left-0 select-none overflow-hidden border border-transparent text-transparent",
          isMultiline ? "whitespace-pre-wrap break-words" : "whitespace-pre",
        )}
      >
        {partsOf(text, ranges).map((part) =>
          part.range ? (
            <span
              key={part.from}
              data-range={part.index}
              className={cn(
                "underline decoration-[1.5px] decoration-wavy underline-offset-3 [text-decoration-skip-ink:none]",
                part.range.tone === "red" ? "decoration-red" : "decoration-amber",
              )}
            >
              {part.text}
            </span>
          ) : (
            <span key={part.from}>{part.text}</span>
          ),
        )}
        {/* A last empty line has its height only with something in it. */}
        {"\u200b"}
      </div>
      {range && (
        <div
          role="presentation"
          style={{ left: pointed.left, top: pointed.top }}
          className="pointer-events-none absolute z-50 max-w-72 rounded-md bg-foreground px-2 py-1 text-background text-xs"
        >
          {reasonOf(range)}
        </div>
      )}
    </>
  );
}

type Part = { from: number; text: string; range: Underlined | null; index: number };

function partsOf(text: string, ranges: readonly Underlined[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const [index, range] of ranges.entries()) {
    if (range.from > at) parts.push({ from: at, text: text.slice(at, range.from), range: null, index });
    parts.push({ from: range.from, text: text.slice(range.from, range.to), range, index });
    at = range.to;
  }
  if (at < text.length) parts.push({ from: at, text: text.slice(at), range: null, index: -1 });
  return parts;
}

const COPIED = [
  "fontFamily",
  "fontSize",
  "fontWeight",
  "fontVariantNumeric",
  "letterSpacing",
  "paddingTop",
  "paddingRight",
  "paddingBottom",
  "paddingLeft",
] as const;

type Ref<E extends HTMLElement> = RefObject<E | null>;

/** Takes the field's own measures, whatever the theme or the screen made of them, and follows its scrolling. */
function useAligned(
  layer: Ref<HTMLDivElement>,
  field: Ref<HTMLTextAreaElement | HTMLInputElement>,
  text: string,
  isMultiline: boolean,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text may bring or take the scroll bar
  useLayoutEffect(() => {
    const over = layer.current;
    const under = field.current;
    if (!over || !under) return;
    const align = () => {
      const style = getComputedStyle(under);
      for (const name of COPIED) over.style[name] = style[name];
      const border = Number.parseFloat(style.borderLeftWidth) * 2;
      over.style.width = `${under.clientWidth + border}px`;
      over.style.height = `${under.clientHeight + border}px`;
      // The one line of an input stands in its middle.
      over.style.lineHeight = isMultiline ? style.lineHeight : `${under.clientHeight}px`;
      follow();
    };
    const follow = () => {
      over.scrollTop = under.scrollTop;
      over.scrollLeft = under.scrollLeft;
    };
    align();
    const observer = new ResizeObserver(align);
    observer.observe(under);
    const moves = ["scroll", "select", "keyup", "input"] as const;
    for (const move of moves) under.addEventListener(move, follow);
    return () => {
      observer.disconnect();
      for (const move of moves) under.removeEventListener(move, follow);
    };
  }, [text, isMultiline]);
}

type Pointed = { index: number; left: number; top: number };

/** The range under the pointer, which itself belongs to the field. */
function usePointed(layer: Ref<HTMLDivElement>, field: Ref<HTMLTextAreaElement | HTMLInputElement>) {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  useEffect(() => {
    const under = field.current;
    if (!under) return;
    const look = (event: Event) => {
      if (event instanceof MouseEvent && layer.current) setPointed(pointedAt(layer.current, event));
    };
    const leave = () => setPointed(null);
    under.addEventListener("mousemove", look);
    under.addEventListener("mouseleave", leave);
    under.addEventListener("keydown", leave);
    return () => {
      under.removeEventListener("mousemove", look);
      under.removeEventListener("mouseleave", leave);
      under.removeEventListener("keydown", leave);
    };
  }, [layer, field]);
  return pointed;
}

function pointedAt(layer: HTMLElement, { clientX, clientY }: MouseEvent): Pointed | null {
  const origin = layer.getBoundingClientRect();
  for (const span of layer.querySelectorAll<HTMLElement>("[data-range]")) {
    for (const rect of span.getClientRects()) {
      const isInside =
        clientX >= rect.left && clientX <= rect.right && clientY >= rect.top && clientY <= rect.bottom;
      if (isInside) {
        const left = Math.max(0, Math.min(rect.left - origin.left, origin.width - 200));
        return { index: Number(span.dataset.range), left, top: rect.bottom - origin.top + 4 };
      }
    }
  }
  return null;
}
