"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Errors, errorsOf } from "@/components/attributes/errors-of";
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
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { changeViewAction, saveViewAction } from "@/lib/views/actions";
import type { SavedView } from "@/lib/views/schema";

type ViewDialogProps = {
  account: string;
  /** The view that is renamed; absent, a new one is saved. */
  view: SavedView | null;
  query: string;
  canShare: boolean;
  onClose: () => void;
  onSaved: (view: SavedView) => void;
};

/** Gives the list as it is filtered a name, or a saved view another one. */
export function ViewDialog({ account, view, query, canShare, onClose, onSaved }: ViewDialogProps) {
  const t = useTranslations();
  const [name, setName] = useState(view?.name ?? "");
  const [whose, setWhose] = useState<"mine" | "everybody">("mine");
  const [errors, setErrors] = useState<Errors>({});
  const [isBusy, setBusy] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const failed = { data: undefined, serverError: { message: t("enrollments.failed"), fields: {} } };
    const answer = await (view
      ? changeViewAction({ account, viewId: view.id, name })
      : saveViewAction({ account, name, query, isShared: whose === "everybody" })
    ).catch(() => failed);
    setBusy(false);
    const refused = errorsOf(answer);
    setErrors(refused ?? {});
    if (refused || !answer?.data) return;
    onClose();
    onSaved(answer.data);
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>
            {t(view ? "enrollments.views.renameTitle" : "enrollments.views.saveTitle")}
          </DialogTitle>
          <DialogDescription>{t("enrollments.views.saveText")}</DialogDescription>
        </DialogHeader>
        <form onSubmit={(event) => void save(event)} className="grid min-w-0 gap-4">
          <Field label={t("enrollments.views.name")} error={errors.name}>
            <Input
              value={name}
              onChange={(event) => setName(event.target.value)}
              required
              maxLength={60}
              autoComplete="off"
            />
          </Field>
          {!view && canShare && (
            <Segmented
              label={t("enrollments.views.whose")}
              value={whose}
              onChange={setWhose}
              segments={[
                { value: "mine", label: t("enrollments.views.onlyMe") },
                { value: "everybody", label: t("enrollments.views.everybody") },
              ]}
            />
          )}
          <FieldError>{[errors.form].flat()[0]}</FieldError>
          <DialogFooter>
            <DialogClose asChild>
              <Button variant="outline">{t("common.cancel")}</Button>
            </DialogClose>
            <Button type="submit" isBusy={isBusy}>
              {t("common.save")}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
