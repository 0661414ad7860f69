"use client";

import { createContext, use, useEffect, useId, useSyncExternalStore } from "react";
import type { Command, CommandGroup, CommandRegistry, OfferedCommand } from "./command-registry";

export type CommandDialogName = "palette" | "shortcuts";

export const RegistryContext = createContext<CommandRegistry | null>(null);
export const OpenContext = createContext<(dialog: CommandDialogName) => void>(() => {});

/**
 * Offers commands in the palette and by their keys for as long as the component is mounted. Outside an account's frame
 * it does nothing.
 */
export function useCommands(commands: readonly Command[], group: CommandGroup = "screen") {
  const registry = use(RegistryContext);
  const owner = useId();
  // After every render: `run` must be the function of the latest one.
  useEffect(() => registry?.put(owner, group, commands));
  useEffect(() => () => registry?.remove(owner), [registry, owner]);
}

export const useOpenCommands = () => use(OpenContext);

const NOTHING: OfferedCommand[] = [];

/** What is offered at this moment. */
export function useOfferedCommands(): OfferedCommand[] {
  const registry = use(RegistryContext);
  const offered = () => registry?.offered() ?? NOTHING;
  return useSyncExternalStore(registry?.subscribe ?? (() => () => {}), offered, offered);
}
