"use client";

import { useEffect, useLayoutEffect } from "react";

/** How far each list of this tab was scrolled, by its address. */
const places = new Map<string, number>();
/** The address to which the browser has just gone back or forward. */
let returnedTo: string | null = null;
let isListening = false;

const addressNow = () => window.location.pathname + window.location.search;

function listen() {
  if (isListening) return;
  isListening = true;
  window.addEventListener("popstate", () => {
    returnedTo = addressNow();
  });
}

/** Whoever comes back to a list by the browser's way back finds it where they left it; by a link it begins at its top. */
export function useKeptPlace() {
  useLayoutEffect(() => {
    listen();
    const isBack = returnedTo === addressNow();
    returnedTo = null;
    const place = places.get(addressNow());
    if (isBack && place) window.scrollTo(0, place);
  }, []);
  useEffect(() => {
    const remember = () => {
      places.set(addressNow(), window.scrollY);
    };
    window.addEventListener("scroll", remember, { passive: true });
    return () => window.removeEventListener("scroll", remember);
  }, []);
}
