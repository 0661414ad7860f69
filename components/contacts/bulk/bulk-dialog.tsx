"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Progress } from "@/components/ui/progress";
import type { BulkAct, Whom } from "@/lib/contacts/schema";
import { MAX_COUNTED } from "@/lib/keyset";
import { useCatalog } from "../filter/use-catalog";
import { useBulkAct } from "./use-bulk-act";

export type ActKind = BulkAct["do"];

type BulkDialogProps = {
  account: string;
  kind: ActKind | null;
  whom: Whom;
  total: number;
  onClose: () => void;
};

/** Asks for the tag or the person, then goes through the contacts and shows how far it is. */
export function BulkDialog({ kind, onClose, ...rest }: BulkDialogProps) {
  const t = useTranslations("contacts.bulk");
  return (
    <Dialog open={kind !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{kind && t(kind)}</DialogTitle>
          <DialogDescription>{t("stopText")}</DialogDescription>
        </DialogHeader>
        {kind && <BulkForm kind={kind} onClose={onClose} {...rest} />}
      </DialogContent>
    </Dialog>
  );
}

function BulkForm({ account, kind, whom, total, onClose }: BulkDialogProps & { kind: ActKind }) {
  const t = useTranslations("contacts.bulk");
  const catalog = useCatalog();
  const [value, setValue] = useState("");
  const { seen, isBusy, refused, run, stop } = useBulkAct({ account, whom, onDone: onClose });
  const act: BulkAct = kind === "assign" ? { do: kind, userId: value || null } : { do: kind, tag: value };
  const fieldOf = (name: string) => catalog.find(({ variable }) => variable === `contact.${name}`);
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void run(act);
      }}
    >
      {kind === "assign" ? (
        <Field label={t("assignee")}>
          <NativeSelect value={value} disabled={isBusy} onChange={(event) => setValue(event.target.value)}>
            <option value="">{t("nobody")}</option>
            {fieldOf("assignee")?.options?.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </NativeSelect>
        </Field>
      ) : (
        <>
          <Field label={t("tag")}>
            <Input
              value={value}
              required
              maxLength={40}
              list="bulk-tags"
              autoComplete="off"
              disabled={isBusy}
              onChange={(event) => setValue(event.target.value)}
            />
          </Field>
          <datalist id="bulk-tags">
            {fieldOf("tags")?.proposals?.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
        </>
      )}
      {isBusy && (
        <Progress
          label={t("progress")}
          value={total > MAX_COUNTED ? null : seen}
          max={total}
          text={t("seen", { count: seen })}
        />
      )}
      <FieldError>{refused}</FieldError>
      <DialogFooter>
        {isBusy && (
          <Button variant="outline" onClick={stop}>
            {t("stop")}
          </Button>
        )}
        <Button type="submit" isBusy={isBusy}>
          {t("go")}
        </Button>
      </DialogFooter>
    </form>
  );
}
