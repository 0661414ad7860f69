"use client";

import { type RefObject, useEffect, useState } from "react";
import type { SequenceDraft } from "@/lib/core/model";
import type { createAutosave, SaveState } from "./autosave";
import type { History } from "./history";
import { forget, type KeptDraft, keep, recall, saysTheSame } from "./kept-draft";

/** Long enough to stay out of the way of typing, short enough to lose no more than a word. */
const KEEP_DELAY_MS = 250;

type Kept = {
  sequenceId: string;
  save: SaveState;
  autosave: Pick<ReturnType<typeof createAutosave>, "hasUnsaved" | "revision">;
  latest: RefObject<History<SequenceDraft>>;
};

/**
 * Keeps the draft in this browser for as long as it is not saved, and gives back what an earlier page left behind.
 */
export function useKeptDraft({ sequenceId, save, autosave, latest }: Kept) {
  const [found, setFound] = useState<KeptDraft | null>(null);

  useEffect(() => {
    const opened = latest.current.now;
    let isGone = false;
    void recall(window.localStorage, sequenceId).then((left) => {
      if (isGone) return;
      if (left && !saysTheSame(left.draft, opened)) setFound(left);
      // What has been typed meanwhile is kept there by now.
      else if (!autosave.hasUnsaved) forget(window.localStorage, sequenceId);
    });
    return () => {
      isGone = true;
    };
  }, [sequenceId, latest, autosave]);

  const draft = latest.current.now;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the draft or its state is kept anew
  useEffect(() => {
    const put = () => {
      if (!autosave.hasUnsaved) return;
      const at = new Date().toISOString();
      keep(window.localStorage, sequenceId, { draft: latest.current.now, revision: autosave.revision, at });
    };
    // What an earlier page left stays until a person has decided about it.
    if (save.kind === "saved" && save.at !== null && !autosave.hasUnsaved) {
      forget(window.localStorage, sequenceId);
      return;
    }
    const timer = setTimeout(put, KEEP_DELAY_MS);
    window.addEventListener("pagehide", put);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", put);
    };
  }, [draft, save, autosave, latest, sequenceId]);

  return {
    found,
    /** Decided: it is in the draft now, or given up. */
    settle: () => {
      setFound(null);
      if (!autosave.hasUnsaved) forget(window.localStorage, sequenceId);
    },
  };
}
