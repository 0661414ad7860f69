"use client";

import { useSyncExternalStore } from "react";

type FetchedLater<Module> = {
  /** Starts fetching; answers null where it could not be fetched, and the next wish tries again. */
  fetch: () => Promise<Module | null>;
  /** The module, or null until it is there. */
  useModule: () => Module | null;
};

/**
 * A part that no page needs in order to be shown. It is fetched when it is asked for, and at the latest when somebody
 * first presses something, so that it is there when the connection is lost later.
 */
export function fetchedLater<Module>(load: () => Promise<Module>): FetchedLater<Module> {
  const watchers = new Set<() => void>();
  let module: Module | null = null;
  let pending: Promise<Module | null> | null = null;

  const fetch = () => {
    pending ??= load().then(
      (loaded) => {
        module = loaded;
        for (const watch of watchers) watch();
        return loaded;
      },
      () => {
        pending = null;
        return null;
      },
    );
    return pending;
  };
  const subscribe = (watch: () => void) => {
    watchers.add(watch);
    return () => watchers.delete(watch);
  };
  atFirstPress(fetch);
  return { fetch, useModule: () => useSyncExternalStore(subscribe, () => module, nothing) };
}

const nothing = () => null;

function atFirstPress(act: () => void): void {
  if (typeof window === "undefined") return;
  const presses = ["pointerdown", "keydown"] as const;
  const pressed = () => {
    for (const press of presses) window.removeEventListener(press, pressed, true);
    act();
  };
  for (const press of presses) window.addEventListener(press, pressed, true);
}
