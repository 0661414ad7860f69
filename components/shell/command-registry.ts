import type { LucideIcon } from "lucide-react";
import { compareKeys } from "./shortcuts";

/** Something that can be done from the palette, by its keys, or both. */
export type Command = {
  id: string;
  label: string;
  run: () => void;
  /** `mod+s`, `alt+arrowup`, `a`, or keys one after the other: `g s`. */
  shortcut?: string;
  /** Its keys count while a field is being typed in, too. */
  worksInFields?: boolean;
  /** Listed among the shortcuts alone: moving about is done by key or not at all. */
  isKeyOnly?: boolean;
  /** Cannot be done just now: not offered, and its keys do nothing. */
  isDisabled?: boolean;
  icon?: LucideIcon;
  /** Other words by which it is found. */
  keywords?: string;
};

/** In the order of the palette. What the open screen offers stands first and wins where keys are the same. */
export const COMMAND_GROUPS = ["screen", "go", "settings", "language", "theme", "help"] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];
export type OfferedCommand = Command & { group: CommandGroup };

/** What the mounted parts of the page offer at this moment. */
export function createCommandRegistry() {
  const entries = new Map<string, OfferedCommand[]>();
  const listeners = new Set<() => void>();
  let offered: OfferedCommand[] = [];

  const changed = () => {
    const all = [...entries.values()].reverse().flat();
    offered = COMMAND_GROUPS.flatMap((group) => all.filter((command) => command.group === group));
    for (const tell of listeners) tell();
  };

  return {
    put(owner: string, group: CommandGroup, commands: readonly Command[]) {
      entries.set(
        owner,
        commands.map((command) => ({ ...command, group })),
      );
      changed();
    },
    remove(owner: string) {
      entries.delete(owner);
      changed();
    },
    /** By group; within one the part of the page that was mounted last stands first. The same list until something changes. */
    offered: () => offered,
    /** The command that these keys mean, "more" when they begin one, or null. */
    find(pressed: readonly string[], isTyping: boolean): OfferedCommand | "more" | null {
      const able = offered.filter(
        ({ shortcut, isDisabled, worksInFields }) => shortcut && !isDisabled && (!isTyping || worksInFields),
      );
      const match = (wanted: "whole" | "beginning") =>
        able.find(({ shortcut = "" }) => compareKeys(shortcut, pressed) === wanted);
      return match("whole") ?? (match("beginning") ? "more" : null);
    },
    subscribe(tell: () => void) {
      listeners.add(tell);
      return () => {
        listeners.delete(tell);
      };
    },
  };
}

export type CommandRegistry = ReturnType<typeof createCommandRegistry>;
