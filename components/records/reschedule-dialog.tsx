"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
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
import { toast } from "@/components/ui/toast";
import { instantOf } from "@/lib/core/zone";
import { rescheduleAction } from "@/lib/records/actions";
import type { RecordRow } from "@/lib/records/schema";
import { localTime } from "./date-fields";

type RescheduleDialogProps = {
  account: string;
  row: RecordRow | null;
  timeZone: string;
  onClose: () => void;
  onDone: () => void;
};

/** Moves an appointment to another time, with the way back in the notice. */
export function RescheduleDialog({ account, row, timeZone, onClose, onDone }: RescheduleDialogProps) {
  const t = useTranslations();
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const move = async (appointmentId: string, startsAt: string): Promise<boolean> => {
    const answer = await rescheduleAction({ account, appointmentId, startsAt }).catch(() => undefined);
    if (!answer?.data) setRefused(refusalOf(answer) ?? t("records.failed"));
    return Boolean(answer?.data);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!row?.date) return;
    const [date = "", time = ""] = String(new FormData(event.currentTarget).get("startsAt")).split("T");
    setBusy(true);
    const isMoved = await move(row.id, instantOf(date, time.slice(0, 5), timeZone).toISOString());
    setBusy(false);
    if (!isMoved) return;
    const before = row.date;
    toast(t("records.reschedule.done", { title: row.title }), {
      action: { label: t("records.undo"), onClick: () => void move(row.id, before).then(onDone) },
    });
    setRefused(null);
    onClose();
    onDone();
  };

  return (
    <Dialog open={row !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("records.reschedule.title", { title: row?.title ?? "" })}</DialogTitle>
          <DialogDescription>{t("records.reschedule.text")}</DialogDescription>
        </DialogHeader>
        <form onSubmit={(event) => void submit(event)} className="grid gap-4">
          <Field
            label={t("records.startsAt")}
            hint={t("records.startsAtHint", { zone: timeZone })}
            error={refused}
          >
            <Input
              name="startsAt"
              type="datetime-local"
              defaultValue={localTime(row?.date, timeZone)}
              required
            />
          </Field>
          <DialogFooter>
            <Button type="button" variant="outline" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" isBusy={isBusy}>
              {t("records.reschedule.save")}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
