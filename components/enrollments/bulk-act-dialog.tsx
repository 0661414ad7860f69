"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
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
import { FieldError } from "@/components/ui/field";
import { startBulkActAction } from "@/lib/enrollments/actions";
import { ActFields, type ActKind, askedOf } from "./act-fields";
import { BulkActOutlook, useBulkActPreview } from "./bulk-act-outlook";
import { type AskedFilter, asInput } from "./filter-fields";
import { bulkActsKey } from "./use-bulks";
import { watchBulk } from "./watched-bulks";

type BulkActDialogProps = {
  account: string;
  kind: ActKind;
  filter: AskedFilter;
  exampleId: string;
  onClose: () => void;
  onStarted: () => void;
};

/** Says to how many runs an act would apply, and begins it; from then on it goes on by itself. */
export function BulkActDialog({ account, kind, filter, exampleId, onClose, onStarted }: BulkActDialogProps) {
  const t = useTranslations();
  const queries = useQueryClient();
  const [choice, setChoice] = useState({ moment: "", stepId: "" });
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const asked = askedOf(kind, choice);
  const preview = useBulkActPreview({ account, filter, act: asked });
  const changed = preview.data?.changed;

  const begin = async (event: FormEvent) => {
    event.preventDefault();
    if (!asked) return;
    setBusy(true);
    const answer = await startBulkActAction({ account, act: asked, filter: asInput(filter) }).catch(
      () => undefined,
    );
    setBusy(false);
    if (!answer?.data) return setRefused(refusalOf(answer) ?? t("enrollments.failed"));
    watchBulk(queries, account, answer.data.bulkActId);
    await queries.invalidateQueries({ queryKey: bulkActsKey(account) });
    onClose();
    onStarted();
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t(`enrollments.onMany.titles.${kind}`)}</DialogTitle>
          <DialogDescription>{t(`enrollments.act.text.${kind}`)}</DialogDescription>
        </DialogHeader>
        <form onSubmit={(event) => void begin(event)} className="grid min-w-0 gap-4">
          <ActFields
            account={account}
            kind={kind}
            runId={exampleId}
            choice={choice}
            onChoose={(next) => {
              setChoice(next);
              setRefused(null);
            }}
          />
          {asked && <BulkActOutlook preview={preview} />}
          <p className="text-muted-foreground text-xs">{t("enrollments.onMany.wait")}</p>
          <FieldError>{refused}</FieldError>
          <DialogFooter>
            <DialogClose asChild>
              <Button variant="outline">{t("common.cancel")}</Button>
            </DialogClose>
            <Button
              type="submit"
              variant={kind === "stop" ? "destructive" : "default"}
              isBusy={isBusy}
              disabled={!asked || changed === undefined || changed === 0}
            >
              {t(`enrollments.acts.${kind}`)}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
