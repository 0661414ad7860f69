"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useCallback, useState } from "react";
import { createCommandRegistry } from "./command-registry";
import { type CommandDialogName, OpenContext, RegistryContext } from "./commands";
import { FrameCommands } from "./frame-commands";
import type { Frame } from "./shell";
import { useShortcutKeys } from "./use-shortcut-keys";

/** Fetched when first opened, so that no page carries them. */
const Palette = dynamic(() => import("./palette").then((module) => module.Palette), { ssr: false });
const ShortcutList = dynamic(() => import("./shortcut-list").then((module) => module.ShortcutList), {
  ssr: false,
});

export function CommandsProvider({ frame, children }: { frame: Frame; children: ReactNode }) {
  const [registry] = useState(createCommandRegistry);
  const [shown, setShown] = useState<CommandDialogName | null>(null);
  const [fetched, setFetched] = useState<ReadonlySet<CommandDialogName>>(new Set());
  useShortcutKeys(registry);
  const open = useCallback((dialog: CommandDialogName) => {
    setFetched((before) => new Set([...before, dialog]));
    setShown(dialog);
  }, []);
  const close = () => setShown(null);
  return (
    <RegistryContext value={registry}>
      <OpenContext value={open}>
        <FrameCommands frame={frame} />
        {children}
        {fetched.has("palette") && (
          <Palette account={frame.account.slug} isOpen={shown === "palette"} onClose={close} />
        )}
        {fetched.has("shortcuts") && <ShortcutList isOpen={shown === "shortcuts"} onClose={close} />}
      </OpenContext>
    </RegistryContext>
  );
}
