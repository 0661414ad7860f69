"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import type { SequenceDraft } from "@/lib/core/model";
import { saveDraftAction } from "@/lib/sequences/actions";
import { refusalOf } from "../refusal";
import { createAutosave, type SaveAnswer, type SaveState } from "./autosave";

type Given = { account: string; sequenceId: string; draft: SequenceDraft; draftRevision: number };

/** The draft as typed, saved by itself. `savedRevision` is the one that the server holds. */
export function useDraft({ account, sequenceId, draft: given, draftRevision }: Given) {
  const t = useTranslations("sequences.save");
  const [draft, setDraft] = useState(given);
  const [save, setSave] = useState<SaveState>({ kind: "saved", at: null });
  const [savedRevision, setSavedRevision] = useState(draftRevision);
  const latest = useRef(given);

  const [autosave] = useState(() =>
    createAutosave<SequenceDraft>({
      revision: draftRevision,
      onState: setSave,
      save: async (next, revision): Promise<SaveAnswer> => {
        const answer = await saveDraftAction({
          account,
          sequenceId,
          draft: next,
          draftRevision: revision,
        }).catch(() => null);
        if (answer?.data) {
          setSavedRevision(answer.data.draftRevision);
          return { ok: true, revision: answer.data.draftRevision, savedAt: answer.data.savedAt };
        }
        const isConflict = answer?.serverError?.code === "conflict";
        return { ok: false, isConflict, message: refusalOf(answer ?? undefined) ?? t("offline") };
      },
    }),
  );

  const change = useCallback(
    (edit: (draft: SequenceDraft) => SequenceDraft) => {
      const next = edit(latest.current);
      if (next === latest.current) return;
      latest.current = next;
      setDraft(next);
      autosave.change(next);
    },
    [autosave],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (autosave.hasUnsaved) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
      // Leaving for another page of the app must not lose the last words.
      void autosave.flush();
    };
  }, [autosave]);

  return { draft, change, save, savedRevision, flush: autosave.flush };
}
