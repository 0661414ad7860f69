"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
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
import { Field, FieldError } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { mergeContactsAction } from "@/lib/contacts/actions";
import { FindContact } from "./find-contact";
import { MergeEffects } from "./merge-effects";

type Named = { id: string; name: string };
type MergeDialogProps = {
  account: string;
  contact: Named;
  /** Null: it is still to be chosen. */
  proposed: Named | null;
  isOpen: boolean;
  onClose: () => void;
};

/** Chooses the other contact and the one that stays, tells what will happen, and merges. */
export function MergeDialog({ isOpen, onClose, ...rest }: MergeDialogProps) {
  const t = useTranslations("contacts.merge");
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <MergeForm onClose={onClose} {...rest} />
      </DialogContent>
    </Dialog>
  );
}

function MergeForm({ account, contact, proposed, onClose }: Omit<MergeDialogProps, "isOpen">) {
  const t = useTranslations();
  const router = useRouter();
  const [other, setOther] = useState(proposed);
  const [survivorId, setSurvivor] = useState(contact.id);
  const [isReady, setReady] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const loserId = other && (survivorId === contact.id ? other.id : contact.id);

  const merge = async () => {
    if (!loserId) return;
    setBusy(true);
    const answer = await mergeContactsAction({ account, survivorId, loserId }).catch(() => undefined);
    setBusy(false);
    if (!answer?.data) return setRefused(refusalOf(answer) ?? t("contacts.failed"));
    toast(t("contacts.merge.done"));
    onClose();
    if (survivorId === contact.id) router.refresh();
    else router.push(`/${account}/contacts/${survivorId}`);
  };

  return (
    <div className="grid min-w-0 gap-4">
      <FindContact account={account} without={contact.id} chosen={other} onChoose={setOther} />
      {other && loserId && (
        <>
          <Field label={t("contacts.merge.stays")}>
            <NativeSelect value={survivorId} onChange={(event) => setSurvivor(event.target.value)}>
              {[contact, other].map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <MergeEffects account={account} survivorId={survivorId} loserId={loserId} onReady={setReady} />
        </>
      )}
      <FieldError>{refused}</FieldError>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="outline">{t("common.cancel")}</Button>
        </DialogClose>
        <Button isBusy={isBusy} disabled={!loserId || !isReady} onClick={() => void merge()}>
          {t("contacts.merge.go")}
        </Button>
      </DialogFooter>
    </div>
  );
}
