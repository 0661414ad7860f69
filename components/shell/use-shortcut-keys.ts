"use client";

import { useEffect } from "react";
import type { CommandRegistry } from "./command-registry";
import { chordOf } from "./shortcuts";

/** How long the first key of two waits for the second. */
const NEXT_KEY_MS = 1_200;

/** Runs the commands of the registry by their keys. */
export function useShortcutKeys(registry: CommandRegistry) {
  useEffect(() => {
    let pressed: string[] = [];
    let lastAt = 0;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isModifier(event.key) || isModalOpen()) return;
      if (event.timeStamp - lastAt > NEXT_KEY_MS) pressed = [];
      lastAt = event.timeStamp;
      pressed.push(chordOf(event));
      const isTyping = isField(event.target);
      let found = registry.find(pressed, isTyping);
      if (!found) {
        // Keys that continue nothing may themselves begin something.
        pressed = pressed.slice(-1);
        found = registry.find(pressed, isTyping);
      }
      if (found === "more") return;
      pressed = [];
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [registry]);
}

const isModifier = (key: string) => ["Control", "Meta", "Alt", "Shift", "AltGraph"].includes(key);

/** A dialog or menu over the page has the keyboard to itself; Radix marks the body for as long as one is open. */
const isModalOpen = () => document.body.hasAttribute("data-scroll-locked");

const NOT_TYPED_IN = ["checkbox", "radio", "button", "submit", "reset", "file", "range", "color"];

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TYPED_IN.includes(target.type);
  return target.isContentEditable || target.matches("textarea, select, [role='textbox'], [role='combobox']");
}
