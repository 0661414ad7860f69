"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { changeAttributeAction, defineAttributeAction } from "@/lib/attributes/actions";
import type { AttributeDefinition } from "@/lib/attributes/schema";
import { ATTRIBUTE_TYPES, type AttributeType } from "@/lib/core/model";
import { type Errors, errorsOf } from "./errors-of";

/** What the form begins with; `id` only of a definition that exists. */
export type AttributeDraft = Pick<AttributeDefinition, "key" | "label" | "type" | "options"> & {
  id?: string;
};

type AttributeDialogProps = { account: string; draft: AttributeDraft | null; onClose: () => void };

/** Defines an attribute, or changes what is said about one. */
export function AttributeDialog({ account, draft, onClose }: AttributeDialogProps) {
  const t = useTranslations("attributes");
  return (
    <Dialog open={draft !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>{draft?.id ? t("editTitle") : t("new")}</DialogTitle>
        </DialogHeader>
        {draft && <AttributeForm account={account} draft={draft} onClose={onClose} />}
      </DialogContent>
    </Dialog>
  );
}

function AttributeForm({ account, draft, onClose }: AttributeDialogProps & { draft: AttributeDraft }) {
  const t = useTranslations();
  const router = useRouter();
  const [type, setType] = useState<AttributeType>(draft.type);
  const [errors, setErrors] = useState<Errors>({});
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const options = text("options").split("\n");
    const told = { label: text("label"), type, options: options.map((one) => one.trim()).filter(Boolean) };
    setBusy(true);
    const answer = await (draft.id
      ? changeAttributeAction({ account, id: draft.id, ...told })
      : defineAttributeAction({ account, key: text("key"), ...told })
    ).catch(() => ({ serverError: { message: t("attributes.failed"), fields: {} } }));
    setBusy(false);
    const refused = errorsOf(answer);
    setErrors(refused ?? {});
    if (refused) return;
    toast(t("common.saved"));
    router.refresh();
    onClose();
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      <Field label={t("attributes.label")} hint={t("attributes.labelHint")} error={errors.label}>
        <Input name="label" defaultValue={draft.label} required maxLength={80} autoComplete="off" />
      </Field>
      <Field
        label={t("attributes.key")}
        hint={draft.id ? t("attributes.keyFixed") : t("attributes.keyHint")}
        error={errors.key}
      >
        <Input
          name="key"
          defaultValue={draft.key}
          readOnly={draft.id !== undefined}
          required
          pattern="[a-z][a-z0-9_]{0,39}"
          title={t("attributes.keyHint")}
          autoComplete="off"
          className="font-mono text-xs"
        />
      </Field>
      <Field
        label={t("attributes.type")}
        hint={draft.id ? t("attributes.typeHint") : undefined}
        error={errors.type}
      >
        <NativeSelect value={type} onChange={(event) => setType(event.target.value as AttributeType)}>
          {ATTRIBUTE_TYPES.map((one) => (
            <option key={one} value={one}>
              {t(`attributes.types.${one}`)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      {type === "list" && (
        <Field label={t("attributes.options")} hint={t("attributes.optionsHint")} error={errors.options}>
          <Textarea name="options" rows={5} required defaultValue={draft.options.join("\n")} />
        </Field>
      )}
      <FieldError>{typeof errors.form === "string" ? errors.form : errors.form?.[0]}</FieldError>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="outline">{t("common.cancel")}</Button>
        </DialogClose>
        <Button type="submit" isBusy={isBusy}>
          {t("common.save")}
        </Button>
      </DialogFooter>
    </form>
  );
}
