"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { toast } from "@/components/ui/toast";
import type { SequenceDraft } from "@/lib/core/model";
import type { StoredDraft } from "@/lib/sequences/schema";
import { getJson } from "../get-json";
import type { useDraft } from "./use-draft";

/** Two drafts that exclude each other, until a person has chosen. */
export type Conflict = { mine: SequenceDraft; theirs: StoredDraft };

type Elsewhere = {
  account: string;
  sequenceId: string;
  /** The revision that the server was last seen to hold. */
  seenRevision: number;
  editing: ReturnType<typeof useDraft>;
};

/**
 * Meets what is saved in other windows and by other people: shows it at once where nothing would be lost by that, and
 * asks where it would.
 */
export function useElsewhere({ account, sequenceId, seenRevision, editing }: Elsewhere) {
  const t = useTranslations("sequences.save");
  const { save, savedRevision, autosave, takeTheirs, latest, kept } = editing;
  const [theirs, setTheirs] = useState<StoredDraft | null>(null);
  const address = `/api/a/${account}/sequences/${sequenceId}/draft`;

  const isBehind = save.kind === "saved" && seenRevision > savedRevision;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer revision is what is to be met
  useEffect(() => {
    if (!isBehind) return;
    let isLate = false;
    getJson<StoredDraft>(address)
      .then((stored) => {
        const isNews = !isLate && !autosave.hasUnsaved && stored.draftRevision > autosave.revision;
        if (!isNews) return;
        takeTheirs({ ...stored, revision: stored.draftRevision }, false);
        toast(t("changedElsewhere"));
      })
      // The next look at the server tries again.
      .catch(() => undefined);
    return () => {
      isLate = true;
    };
  }, [isBehind, seenRevision]);

  const isLeftBehind = kept.found !== null && kept.found.revision !== savedRevision;
  const isConflict = save.kind === "conflict" || isLeftBehind;
  useEffect(() => {
    if (!isConflict) return setTheirs(null);
    getJson<StoredDraft>(address)
      .then(setTheirs)
      .catch(() => undefined);
  }, [isConflict, address]);

  const mine = save.kind === "conflict" ? latest.current.now : (kept.found?.draft ?? null);
  const conflict: Conflict | null = isConflict && theirs && mine ? { mine, theirs } : null;

  return {
    conflict,
    /** Theirs stands; what was written here stays one undo away. */
    takeTheirs: () => {
      if (!conflict) return;
      const { draft, draftRevision, savedAt } = conflict.theirs;
      takeTheirs({ draft, revision: draftRevision, savedAt }, true);
      kept.settle();
    },
    /** Mine stands; what they wrote is overwritten. */
    keepMine: () => {
      if (!conflict) return;
      editing.restore(conflict.mine, conflict.theirs.draftRevision);
      kept.settle();
    },
  };
}
