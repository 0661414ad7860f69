"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type LostDialogProps = { title: string | null; onClose: () => void; onLost: (reason: string) => void };

/** Asks why a deal was lost; it may be left open. */
export function LostDialog({ title, onClose, onLost }: LostDialogProps) {
  const t = useTranslations();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onLost(String(new FormData(event.currentTarget).get("reason") ?? "").trim());
  };
  return (
    <Dialog open={title !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("records.lost.title")}</DialogTitle>
          <DialogDescription>{t("records.lost.text", { title: title ?? "" })}</DialogDescription>
        </DialogHeader>
        <form onSubmit={submit} className="grid gap-4">
          <Field label={t("records.lost.reason")}>
            <Input name="reason" maxLength={500} autoComplete="off" />
          </Field>
          <DialogFooter>
            <Button type="button" variant="outline" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit">{t("records.steps.deal_lost")}</Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
