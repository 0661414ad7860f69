"use client";

import { useRouter } from "next/navigation";
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
import { isUnconditional } from "@/lib/core/conditions";
import type { ConditionGroups } from "@/lib/core/model-rules";
import { changeSegmentAction, saveSegmentAction } from "@/lib/segments/actions";
import { FilterBuilder } from "./filter-builder";
import { completeOf } from "./filter-catalog";
import { LiveCount } from "./live-count";

/** `id` only of a segment that exists. */
export type SegmentDraft = { id?: string; name: string; filter: ConditionGroups };

type SegmentDialogProps = {
  account: string;
  draft: SegmentDraft | null;
  onClose: () => void;
  /** Called with a new segment's id. */
  onSaved: (id: string) => void;
};

export function SegmentDialog({ account, draft, onClose, onSaved }: SegmentDialogProps) {
  const t = useTranslations("filter.segment");
  return (
    <Dialog open={draft !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-3xl">
        <DialogHeader>
          <DialogTitle>{draft?.id ? t("editTitle") : t("new")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        {draft && <SegmentForm account={account} draft={draft} onClose={onClose} onSaved={onSaved} />}
      </DialogContent>
    </Dialog>
  );
}

function SegmentForm({ account, draft, onClose, onSaved }: SegmentDialogProps & { draft: SegmentDraft }) {
  const t = useTranslations();
  const router = useRouter();
  const [name, setName] = useState(draft.name);
  const [filter, setFilter] = useState(draft.filter);
  const [errors, setErrors] = useState<Errors>({});
  const [isBusy, setBusy] = useState(false);
  const whole = completeOf(filter);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const told = { account, name, filter: whole };
    const failed = { data: undefined, serverError: { message: t("filter.segment.failed"), fields: {} } };
    const answer = await (draft.id
      ? changeSegmentAction({ ...told, id: draft.id })
      : saveSegmentAction(told)
    ).catch(() => failed);
    setBusy(false);
    const refused = errorsOf(answer);
    setErrors(refused ?? {});
    if (refused) return;
    onClose();
    if (answer.data) onSaved(answer.data.id);
    else router.refresh();
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="grid min-w-0 gap-4">
      <Field label={t("filter.segment.name")} error={errors.name}>
        <Input
          value={name}
          onChange={(event) => setName(event.target.value)}
          required
          maxLength={80}
          autoComplete="off"
        />
      </Field>
      <FilterBuilder value={filter} onChange={setFilter} />
      <LiveCount filter={whole} />
      <FieldError>{[errors.filter ?? errors.form].flat()[0]}</FieldError>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="outline">{t("common.cancel")}</Button>
        </DialogClose>
        <Button type="submit" isBusy={isBusy} disabled={isUnconditional(whole)}>
          {t("common.save")}
        </Button>
      </DialogFooter>
    </form>
  );
}
