"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { lineId } from "../run/rail";
import { type Place, placeId } from "./findings";
import type { Part } from "./parts";

/** The element that holds the fields of the selected part. */
export const PANEL_ID = "part-panel";
const FIELDS = "textarea, input, select, button, [contenteditable='true']";

type Wanted =
  | { focus: "line"; part: Part }
  | { focus: "panel"; part: Part }
  | { focus: "place"; place: Place };

/**
 * The selected part, which the address says too, so that a link opens it. `undefined`: nobody has chosen yet; null: the
 * side is closed.
 */
export function usePart(given: Part | null) {
  const [part, setPart] = useState<Part | null | undefined>(given ?? undefined);
  const wanted = useRef<Wanted | null>(null);
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    const address = new URL(window.location.href);
    if (part) address.searchParams.set("part", part);
    else address.searchParams.delete("part");
    address.searchParams.delete("new");
    if (address.href !== window.location.href) window.history.replaceState(null, "", address);
  }, [part]);

  // After the part is there, as is the field within it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked for by counting up
  useEffect(() => {
    const want = wanted.current;
    wanted.current = null;
    if (want) bringTo(want);
  }, [asked]);

  const select = useCallback((next: Part | null, focus?: "line" | "panel") => {
    setPart(next);
    if (!focus || next === null) return;
    wanted.current = { focus, part: next };
    setAsked((count) => count + 1);
  }, []);

  const selectPlace = useCallback((next: Part, place: Place) => {
    setPart(next);
    wanted.current = { focus: "place", place };
    setAsked((count) => count + 1);
  }, []);

  return { part, select, selectPlace };
}

/** What is fetched on demand may take a while to be there; by then the person may have gone elsewhere. */
const TRY_EVERY_MS = 25;
const TRIES = 400;

function bringTo(want: Wanted, from = document.activeElement, tries = TRIES): void {
  const element = targetOf(want);
  if (element) return void show(element, want.focus);
  const active = document.activeElement;
  const hasGone = active !== from && active !== document.body;
  if (tries > 0 && !hasGone) setTimeout(() => bringTo(want, from, tries - 1), TRY_EVERY_MS);
}

function targetOf(want: Wanted): HTMLElement | null {
  if (want.focus === "line") return document.getElementById(lineId(want.part));
  const around =
    want.focus === "panel"
      ? document.querySelector<HTMLElement>(`#${PANEL_ID}[data-part="${want.part}"]`)
      : document.getElementById(placeId(want.place));
  for (let fold = around?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
    fold.open = true;
  }
  if (around?.querySelector("[data-loading]")) return null;
  return around?.querySelector<HTMLElement>(`:is(${FIELDS}):not(:disabled)`) ?? around;
}

function show(element: HTMLElement, focus: Wanted["focus"]): void {
  element.scrollIntoView({ block: focus === "place" ? "center" : "nearest" });
  element.focus({ preventScroll: true });
}
