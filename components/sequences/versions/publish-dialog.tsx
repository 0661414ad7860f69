"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { SequenceState } from "@/lib/sequences/schema";
import { useEditor } from "../editor/editor-scope";
import { findingKey, useFindingText } from "../editor/findings";

type PublishDialogProps = {
  state: SequenceState;
  nextNumber: number;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onPublish: (note: string) => Promise<boolean>;
};

/** What publishing does, what is worth a look first, and a word for the version list. */
export function PublishDialog({ state, nextNumber, isOpen, onOpenChange, onPublish }: PublishDialogProps) {
  const t = useTranslations();
  const { findings } = useEditor();
  const text = useFindingText();
  const [note, setNote] = useState("");
  const [isBusy, startTransition] = useTransition();
  const publish = () =>
    startTransition(async () => {
      if (!(await onPublish(note))) return;
      setNote("");
      onOpenChange(false);
    });

  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("sequences.publish.title", { number: nextNumber })}</DialogTitle>
          <DialogDescription>
            {t("sequences.publish.text", { count: state.inFlight })}
            {state.status === "paused" && ` ${t("sequences.publish.wasPaused")}`}
          </DialogDescription>
        </DialogHeader>
        {findings.warnings.length > 0 && (
          <ul className="grid gap-1.5 rounded-md bg-amber-soft px-3 py-2">
            {findings.warnings.map((warning) => (
              <li key={findingKey(warning)} className="flex items-start gap-2">
                <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-amber" />
                <span>
                  {warning.stepIndex !== null && (
                    <span className="font-medium">
                      {t("sequences.step.label", { number: warning.stepIndex + 1 })}:{" "}
                    </span>
                  )}
                  {text.warning(warning)}
                </span>
              </li>
            ))}
          </ul>
        )}
        <Field
          label={`${t("sequences.publish.note")} (${t("common.optional")})`}
          hint={t("sequences.publish.noteHint")}
        >
          <Textarea
            rows={2}
            className="min-h-14"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="outline">{t("common.cancel")}</Button>
          </DialogClose>
          <Button onClick={publish} isBusy={isBusy}>
            {t("sequences.publish.actVersion", { number: nextNumber })}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
