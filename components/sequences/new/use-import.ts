"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { ImportNotes } from "@/lib/sequence-files/schema";
import { sendFile } from "./send-file";
import { useNotes } from "./use-notes";

/** Makes a draft from a file and opens it; or says why not, and nothing is made. */
export function useImport(account: string) {
  const t = useTranslations("gallery.file");
  const router = useRouter();
  const notesInWords = useNotes();
  const [isImporting, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);

  const importFile = (file: File) =>
    startTransition(async () => {
      setRefusal(null);
      const answer = await sendFile<{ id: string; name: string; notes: ImportNotes }>(
        `/api/a/${account}/sequences/import`,
        file,
      );
      if (!answer.ok) {
        setRefusal(answer.message ?? t("unreachable"));
        return;
      }
      const { id, name, notes } = answer.data;
      toast.success(t("imported", { name }), { description: notesInWords(notes) });
      router.push(`/${account}/sequences/${id}`);
    });

  return { importFile, isImporting, refusal };
}
