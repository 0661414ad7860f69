"use client";

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
import { Section } from "@/components/ui/section";
import { Textarea } from "@/components/ui/textarea";
import type { SequenceState } from "@/lib/sequences/schema";
import type { MoveChoice } from "@/lib/versions/schema";
import { useEditor } from "../editor/editor-scope";
import { type Choices, toMoveChoices } from "./choices";
import { ImpactFields } from "./impact-fields";
import { LiveDifference } from "./live-difference";
import { useImpact } from "./use-impact";
import { WarningList } from "./warning-list";

export type Publishing = { note: string; choices: MoveChoice[] };

type PublishDialogProps = {
  state: SequenceState;
  nextNumber: number;
  /** The saved draft that is to be published. */
  revision: number;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onPublish: (publishing: Publishing) => Promise<boolean>;
};

/** What changes, what becomes of the people in flight, what is worth a look, and a word for the version list. */
export function PublishDialog(props: PublishDialogProps) {
  const { state, nextNumber, revision, isOpen, onOpenChange, onPublish } = props;
  const t = useTranslations("versions");
  const common = useTranslations("common");
  const { account, sequenceId, draft, findings } = useEditor();
  const isFirst = state.liveVersionId === null;
  const impact = useImpact(account, sequenceId, { revision, isOn: isOpen });
  const [choices, setChoices] = useState<Choices>({});
  const [note, setNote] = useState("");
  const [isBusy, startTransition] = useTransition();
  const publish = () =>
    startTransition(async () => {
      const groups = impact.data?.groups ?? [];
      if (!(await onPublish({ note, choices: toMoveChoices(groups, choices) }))) return;
      setNote("");
      setChoices({});
      onOpenChange(false);
    });

  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent className="max-w-5xl grid-cols-1 gap-5">
        <DialogHeader>
          <DialogTitle>{t("publish.title", { number: nextNumber })}</DialogTitle>
          <DialogDescription>
            {t("publish.text")}
            {state.status === "paused" && ` ${t("publish.wasPaused")}`}
          </DialogDescription>
        </DialogHeader>
        <div className="grid grid-cols-1 gap-x-8 gap-y-6 md:grid-cols-2">
          <Section title={t("publish.changes")} className="content-start">
            {isFirst ? t("publish.first", { count: draft.steps.length }) : <LiveDifference state={state} />}
          </Section>
          <Section title={t("impact.title")} className="content-start">
            <ImpactFields
              impact={impact.data}
              isFailed={impact.isError}
              steps={draft.steps}
              nextNumber={nextNumber}
              choices={choices}
              onChoices={setChoices}
            />
          </Section>
        </div>
        {findings.warnings.length > 0 && (
          <Section title={t("publish.warnings")}>
            <WarningList />
          </Section>
        )}
        <Field label={`${t("publish.note")} (${common("optional")})`} hint={t("publish.noteHint")}>
          <Textarea
            rows={2}
            className="min-h-14"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
        {/* In sight however long the rest is. */}
        <DialogFooter className="sticky -bottom-5 -mx-5 -mb-5 border-t bg-popover px-5 py-3">
          <DialogClose asChild>
            <Button variant="outline">{common("cancel")}</Button>
          </DialogClose>
          <Button onClick={publish} isBusy={isBusy}>
            {t("publish.actVersion", { number: nextNumber })}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
