"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
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
import type { AskedAct } from "@/lib/enrollments/schema";
import { type ActChoice, ActFields, type ActKind, askedOf } from "./act-fields";

type ActFormProps = {
  account: string;
  kind: ActKind;
  title: string;
  /** The run whose steps are offered to move to. */
  runId: string;
  choice: ActChoice;
  onChoose: (choice: ActChoice) => void;
  /** Whether it is known already that the act would change nothing. */
  isVain?: boolean;
  /** Answers the sentence with which it was refused. */
  carryOut: (act: AskedAct) => Promise<string | null>;
  onClose: () => void;
  /** What the act would do. */
  children: ReactNode;
};

/** The dialog of an act: what it needs to know, what it would do, and the button that does it. */
export function ActForm(props: ActFormProps) {
  const {
    account,
    kind,
    title,
    runId,
    choice,
    onChoose,
    isVain = false,
    carryOut,
    onClose,
    children,
  } = props;
  const t = useTranslations();
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const asked = askedOf(kind, choice);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!asked) return;
    setBusy(true);
    const refusal = await carryOut(asked);
    setBusy(false);
    setRefused(refusal);
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription>{t(`enrollments.act.text.${kind}`)}</DialogDescription>
        </DialogHeader>
        <form onSubmit={(event) => void submit(event)} className="grid min-w-0 gap-4">
          <ActFields
            {...{ account, kind, runId, choice }}
            onChoose={(next) => {
              onChoose(next);
              setRefused(null);
            }}
          />
          {children}
          <FieldError>{refused}</FieldError>
          <DialogFooter>
            <DialogClose asChild>
              <Button variant="outline">{t("common.cancel")}</Button>
            </DialogClose>
            <Button
              type="submit"
              variant={kind === "stop" ? "destructive" : "default"}
              isBusy={isBusy}
              disabled={!asked || isVain}
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
