"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
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
import { ActFields, type ActKind, askedOf } from "./act-fields";
import { ActPreviewView } from "./act-preview";
import { useRunActs } from "./use-run-acts";

type ActDialogProps = {
  account: string;
  kind: ActKind;
  ids: string[];
  onClose: () => void;
  onActed?: (() => void) | undefined;
};

/** Says what an act would do before it is done. */
export function ActDialog({ account, kind, ids, onClose, onActed }: ActDialogProps) {
  const t = useTranslations();
  const { act } = useRunActs(account);
  const [choice, setChoice] = useState({ moment: "", stepId: "" });
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const asked = askedOf(kind, choice);

  const carryOut = async (event: FormEvent) => {
    event.preventDefault();
    if (!asked) return;
    setBusy(true);
    const refusal = await act(ids, asked);
    setBusy(false);
    if (refusal) return setRefused(refusal);
    onClose();
    onActed?.();
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t(`enrollments.act.title.${kind}`, { count: ids.length })}</DialogTitle>
          <DialogDescription>{t(`enrollments.act.text.${kind}`)}</DialogDescription>
        </DialogHeader>
        <form onSubmit={(event) => void carryOut(event)} className="grid min-w-0 gap-4">
          <ActFields
            account={account}
            kind={kind}
            runId={ids[0] ?? ""}
            choice={choice}
            onChoose={(next) => {
              setChoice(next);
              setRefused(null);
            }}
          />
          {asked && <ActPreviewView account={account} ids={ids} act={asked} />}
          <FieldError>{refused}</FieldError>
          <DialogFooter>
            <DialogClose asChild>
              <Button variant="outline">{t("common.cancel")}</Button>
            </DialogClose>
            <Button
              type="submit"
              variant={kind === "stop" ? "destructive" : "default"}
              isBusy={isBusy}
              disabled={!asked}
              autoFocus={kind !== "move" && kind !== "reschedule"}
            >
              {t(`enrollments.acts.${kind}`)}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
