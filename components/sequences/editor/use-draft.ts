"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import type { SequenceDraft } from "@/lib/core/model";
import { saveDraftAction } from "@/lib/sequences/actions";
import { refusalOf } from "../refusal";
import { createAutosave, type SaveAnswer, type SaveState } from "./autosave";
import { begin, type History, record, redo, undo } from "./history";
import { isOnline } from "./online";
import { changedPart, type Part } from "./parts";
import { typedPath } from "./typed-path";
import { useKeptDraft } from "./use-kept-draft";

type Given = { account: string; sequenceId: string; draft: SequenceDraft; draftRevision: number };

export type Edit = (draft: SequenceDraft) => SequenceDraft;

/** The draft as typed, with its history, saved by itself. `savedRevision` is the one that the server holds. */
export function useDraft({ account, sequenceId, draft: given, draftRevision }: Given) {
  const t = useTranslations("sequences.save");
  const [history, setHistory] = useState(() => begin(given));
  const [save, setSave] = useState<SaveState>({ kind: "saved", at: null });
  const [savedRevision, setSavedRevision] = useState(draftRevision);
  const latest = useRef<History<SequenceDraft>>(history);

  const [autosave] = useState(() =>
    createAutosave<SequenceDraft>({
      revision: draftRevision,
      isOnline,
      onState: setSave,
      save: async (draft, revision): Promise<SaveAnswer> => {
        const input = { account, sequenceId, draft, draftRevision: revision };
        const answer = await saveDraftAction(input).catch(() => undefined);
        if (answer?.data) {
          setSavedRevision(answer.data.draftRevision);
          return { ok: true, revision: answer.data.draftRevision, savedAt: answer.data.savedAt };
        }
        const isConflict = answer?.serverError?.code === "conflict";
        return { ok: false, isConflict, message: refusalOf(answer) ?? t("unreachable") };
      },
    }),
  );
  const kept = useKeptDraft({ sequenceId, save, autosave, latest });

  const show = useCallback((next: History<SequenceDraft>) => {
    latest.current = next;
    setHistory(next);
  }, []);

  /** Goes to another draft of the history; the part where the difference is to be seen. */
  const step = useCallback(
    (by: typeof undo): Part | null => {
      const before = latest.current;
      const next = by(before);
      if (next === before) return null;
      show(next);
      autosave.change(next.now);
      return changedPart(before.now, next.now);
    },
    [autosave, show],
  );

  const change = useCallback(
    (edit: Edit) => {
      const { now } = latest.current;
      const next = edit(now);
      if (next === now) return;
      show(record(latest.current, next, { path: typedPath(now, next), atMs: performance.now() }));
      autosave.change(next);
    },
    [autosave, show],
  );

  /** Shows a draft that somebody else saved. What was typed here stays one undo away if `keepsOwn`. */
  const takeTheirs = useCallback(
    (
      { draft, revision, savedAt }: { draft: SequenceDraft; revision: number; savedAt: string },
      keepsOwn: boolean,
    ) => {
      show(keepsOwn ? record(latest.current, draft, { path: null, atMs: 0 }) : begin(draft));
      autosave.adopt(revision, savedAt);
      setSavedRevision(revision);
    },
    [autosave, show],
  );

  /** Shows this draft and saves it on top of `revision`. */
  const restore = useCallback(
    (draft: SequenceDraft, revision: number) => {
      const { now } = latest.current;
      if (draft !== now) show(record(latest.current, draft, { path: null, atMs: 0 }));
      void autosave.overwrite(draft, revision);
    },
    [autosave, show],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (autosave.hasUnsaved) event.preventDefault();
    };
    const saveNow = () => void autosave.flush();
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", saveNow);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", saveNow);
      // Leaving for another page of the app must not lose the last words.
      saveNow();
    };
  }, [autosave]);

  return {
    draft: history.now,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: useCallback(() => step(undo), [step]),
    redo: useCallback(() => step(redo), [step]),
    change,
    takeTheirs,
    restore,
    save,
    savedRevision,
    autosave,
    latest,
    kept,
  };
}
