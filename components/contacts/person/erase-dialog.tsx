"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { errorsOf } from "@/components/attributes/errors-of";
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
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { eraseContactAction } from "@/lib/contacts/actions";

type EraseDialogProps = {
  account: string;
  contact: { id: string; name: string };
  isOpen: boolean;
  onClose: () => void;
};

/** Erases the person once the name was typed; what is held can be taken along before. */
export function EraseDialog({ account, contact, isOpen, onClose }: EraseDialogProps) {
  const t = useTranslations("contacts.erase");
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <EraseForm account={account} contact={contact} />
      </DialogContent>
    </Dialog>
  );
}

function EraseForm({ account, contact }: Pick<EraseDialogProps, "account" | "contact">) {
  const t = useTranslations();
  const router = useRouter();
  const [typedName, setTypedName] = useState("");
  const [error, setError] = useState<string | string[]>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await eraseContactAction({ account, contactId: contact.id, typedName }).catch(() => ({
      serverError: { message: t("contacts.failed"), fields: {} },
    }));
    setBusy(false);
    const refused = errorsOf(answer);
    setError(refused?.typedName ?? refused?.form);
    if (refused) return;
    toast(t("contacts.erase.done"));
    router.push(`/${account}/contacts`);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      <Field label={t("contacts.erase.type", { name: contact.name })} error={error}>
        <Input
          value={typedName}
          required
          autoComplete="off"
          onChange={(event) => setTypedName(event.target.value)}
        />
      </Field>
      <DialogFooter>
        <Button asChild variant="outline" className="mr-auto">
          <a href={`/api/a/${account}/contacts/${contact.id}/person`} download>
            <Download aria-hidden /> {t("contacts.erase.export")}
          </a>
        </Button>
        <DialogClose asChild>
          <Button variant="outline">{t("common.cancel")}</Button>
        </DialogClose>
        <Button
          type="submit"
          variant="destructive"
          isBusy={isBusy}
          disabled={typedName.trim() !== contact.name.trim()}
        >
          {t("contacts.erase.go")}
        </Button>
      </DialogFooter>
    </form>
  );
}
