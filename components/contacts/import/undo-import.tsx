"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { Button } from "@/components/ui/button";
import { undoImportAction } from "@/lib/contacts/import/actions";

type UndoImportProps = { account: string; importId: string; name: string; onUndone: () => void };

/** Takes an import back and says what came of it. */
export function UndoImport({ account, importId, name, onUndone }: UndoImportProps) {
  const t = useTranslations("contacts.import.undo");
  const [state, setState] = useState<{ isBusy: boolean; said: string | null }>({ isBusy: false, said: null });
  const undo = async () => {
    setState({ isBusy: true, said: null });
    const answer = await undoImportAction({ account, importId }).catch(() => undefined);
    const done = answer?.data;
    setState({ isBusy: false, said: done ? t("done", done) : (refusalOf(answer) ?? t("failed")) });
    if (done) onUndone();
  };
  if (state.said) return <p role="status">{state.said}</p>;
  return (
    <Button
      variant="ghost"
      isBusy={state.isBusy}
      aria-label={t("label", { name })}
      onClick={() => void undo()}
    >
      <Undo2 aria-hidden /> {t("act")}
    </Button>
  );
}
