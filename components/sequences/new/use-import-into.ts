"use client";

import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import type { SequenceDraft } from "@/lib/core/model";
import type { ImportNotes, ReadSequence } from "@/lib/sequence-files/schema";
import { sendFile } from "./send-file";
import { useNotes } from "./use-notes";

export type ChangeDraft = (edit: (draft: SequenceDraft) => SequenceDraft) => void;

/** Puts a file's steps and settings in place of the draft's, as one change that can be undone; a refusal changes nothing. */
export function useImportInto(account: string, change: ChangeDraft | undefined) {
  const t = useTranslations("gallery.file");
  const notesInWords = useNotes();
  return async (file: File): Promise<void> => {
    const address = `/api/a/${account}/sequences/import/read`;
    const answer = await sendFile<ReadSequence & { notes: ImportNotes }>(address, file);
    if (!answer.ok) {
      toast.error(t("refused"), { description: answer.message ?? t("unreachable") });
      return;
    }
    const { name, draft, notes } = answer.data;
    // Who is responsible is this account's affair; a file does not say it.
    change?.(({ defaultAssigneeId }) => ({ ...draft, defaultAssigneeId }));
    toast.success(t("replaced", { name }), { description: notesInWords(notes) });
  };
}
