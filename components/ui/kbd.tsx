"use client";

import { type ComponentProps, Fragment, useSyncExternalStore } from "react";
import { cn } from "./cn";

/** One key, as it stands on the keyboard. */
export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      className={cn(
        "inline-grid h-5 min-w-5 place-items-center rounded-sm border bg-muted px-1 font-medium font-sans text-muted-foreground text-xs",
        className,
      )}
      {...props}
    />
  );
}

const SIGNS: Record<string, string> = {
  shift: "⇧",
  enter: "↵",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  backspace: "⌫",
};
const APPLE_SIGNS: Record<string, string> = { mod: "⌘", alt: "⌥" };
const OTHER_SIGNS: Record<string, string> = { mod: "Ctrl", alt: "Alt", shift: "Shift" };

/** A shortcut as this computer writes it: `mod+k` for keys together, `g o` for one after the other. */
export function Keys({ shortcut, className }: { shortcut: string; className?: string }) {
  const isApple = useSyncExternalStore(
    () => () => {},
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
  const signs = { ...SIGNS, ...(isApple ? APPLE_SIGNS : OTHER_SIGNS) };
  const sign = (key: string) => signs[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key);
  return (
    <span className={cn("inline-flex shrink-0 items-center gap-0.5", className)}>
      {shortcut.split(/[ +]/).map((key, index) => (
        // A space between the keys keeps them apart when they are read aloud.
        // biome-ignore lint/suspicious/noArrayIndexKey: the keys of a shortcut never change places
        <Fragment key={index}>
          {index > 0 && " "}
          <Kbd>{sign(key)}</Kbd>
        </Fragment>
      ))}
    </span>
  );
}
