"use client";

import { CopyPlus, Eye, Plus, Redo2, Trash2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import type { SequenceDraft } from "@/lib/core/model";
import { indexOf } from "./draft";
import { linesOf, type Part } from "./parts";
import { PANEL_ID } from "./use-part";
import type { useStepActs } from "./use-step-acts";

type Given = {
  draft: SequenceDraft;
  /** The selected line. */
  part: Part | null;
  acts: ReturnType<typeof useStepActs>;
  canUndo: boolean;
  canRedo: boolean;
  isReadOnly: boolean;
  select: (part: Part | null, focus?: "line" | "panel") => void;
};

/** The builder's keys, as commands of the screen; and those that count on the timeline alone. */
export function useBuilderKeys({ draft, part, acts, canUndo, canRedo, isReadOnly, select }: Given) {
  const t = useTranslations("sequences.keys");
  const isOnRun = useIsOnRun();
  const lines = linesOf(draft);
  const at = part === null ? -1 : lines.indexOf(part);
  const index = part === null ? -1 : indexOf(draft, part);
  const step = draft.steps[index];

  const go = (by: -1 | 1) => {
    const next = lines[at < 0 ? 0 : Math.min(Math.max(at + by, 0), lines.length - 1)];
    if (next) select(next, "line");
  };
  const add = () => {
    if (index >= 0) acts.insert(index + 1);
    else acts.insert(part === "enters" ? 0 : draft.steps.length);
  };
  const remove = () => step && acts.remove(step.id);
  const edit = () => part && select(part, "panel");
  const noStep = isReadOnly || !step;

  useCommands([
    { id: "next", label: t("next"), shortcut: "j", run: () => go(1), isKeyOnly: true },
    { id: "previous", label: t("previous"), shortcut: "k", run: () => go(-1), isKeyOnly: true },
    { id: "edit", label: t("edit"), shortcut: "enter", run: edit, isKeyOnly: true, isDisabled: !isOnRun },
    {
      id: "back",
      label: t("back"),
      shortcut: "escape",
      run: () => part && isInPanel() && select(part, "line"),
      isKeyOnly: true,
      worksInFields: true,
    },
    { id: "add", label: t("add"), shortcut: "a", run: add, icon: Plus, isDisabled: isReadOnly },
    {
      id: "duplicate",
      label: t("duplicate"),
      shortcut: "d",
      run: () => step && acts.duplicate(step.id),
      icon: CopyPlus,
      isDisabled: noStep,
    },
    {
      id: "up",
      label: t("up"),
      shortcut: "alt+arrowup",
      run: () => step && acts.move(step.id, -1),
      isDisabled: noStep,
    },
    {
      id: "down",
      label: t("down"),
      shortcut: "alt+arrowdown",
      run: () => step && acts.move(step.id, 1),
      isDisabled: noStep,
    },
    {
      id: "delete",
      label: t("delete"),
      shortcut: "delete",
      run: remove,
      icon: Trash2,
      isDisabled: noStep || !isOnRun,
    },
    {
      id: "backspace",
      label: t("delete"),
      shortcut: "backspace",
      run: remove,
      isKeyOnly: true,
      isDisabled: noStep || !isOnRun,
    },
    {
      id: "undo",
      label: t("undo"),
      shortcut: "mod+z",
      run: acts.undo,
      icon: Undo2,
      worksInFields: true,
      isDisabled: isReadOnly || !canUndo,
    },
    {
      id: "redo",
      label: t("redo"),
      shortcut: "mod+shift+z",
      run: acts.redo,
      icon: Redo2,
      worksInFields: true,
      isDisabled: isReadOnly || !canRedo,
    },
    {
      id: "redo-y",
      label: t("redo"),
      shortcut: "mod+y",
      run: acts.redo,
      worksInFields: true,
      isKeyOnly: true,
      isDisabled: isReadOnly || !canRedo,
    },
    { id: "preview", label: t("preview"), shortcut: "p", run: () => select("preview"), icon: Eye },
  ]);

  useKeysOnRun({ enter: edit, delete: noStep ? undefined : remove, backspace: noStep ? undefined : remove });

  return {
    /** On the lines of the timeline the arrows go up and down as in any list. */
    onRunKey: (event: KeyboardEvent) => {
      const line = event.target instanceof HTMLElement ? event.target.dataset.line : undefined;
      if (line === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "ArrowDown") go(1);
      else if (event.key === "ArrowUp") go(-1);
      else if (event.key === "Home") select(lines[0] ?? null, "line");
      else if (event.key === "End") select(lines.at(-1) ?? null, "line");
      else if (event.key === "Enter") select(line, "panel");
      else return;
      event.preventDefault();
    },
    onPanelKey: (event: KeyboardEvent) => {
      // What is open inside closes first; it has prevented the key then.
      if (event.key !== "Escape" || event.defaultPrevented || !part) return;
      event.preventDefault();
      select(part, "line");
    },
  };
}

const isInPanel = () => document.getElementById(PANEL_ID)?.contains(document.activeElement) ?? false;

/** Keys that delete or edit count where a line has the focus, or nothing has: elsewhere they mean something else. */
function isOnRunNow(): boolean {
  const active = document.activeElement;
  return (
    active === null || active === document.body || active.id === "content" || active.matches("[data-line]")
  );
}

/** What the list of shortcuts shows of such keys follows the focus a moment later. */
function useIsOnRun(): boolean {
  const [isOnRun, setOnRun] = useState(true);
  useEffect(() => {
    const look = () => {
      const dialog = document.activeElement?.closest("[role='dialog']");
      // The list itself stands over the page and must show what holds below it.
      if (!dialog || dialog.querySelector(`#${PANEL_ID}`)) setOnRun(isOnRunNow());
    };
    const later = () => setTimeout(look, 0);
    document.addEventListener("focusin", look);
    document.addEventListener("focusout", later);
    return () => {
      document.removeEventListener("focusin", look);
      document.removeEventListener("focusout", later);
    };
  }, []);
  return isOnRun;
}

/** Heard here too, as a key may follow the one that moved the focus at once. */
function useKeysOnRun(acts: Record<string, (() => void) | undefined>) {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const isCovered = document.body.hasAttribute("data-scroll-locked");
      const act = latest.current[event.key.toLowerCase()];
      if (!act || !isPlain || isCovered || event.defaultPrevented || !isOnRunNow()) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
