"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
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
import { createContactAction, updateContactAction } from "@/lib/contacts/actions";
import type { ContactForm } from "@/lib/contacts/schema";
import { type AttributeDraft, AttributeFields } from "./attribute-fields";
import { ContactFields } from "./contact-fields";

const emptyContact: ContactForm = {
  ...{ name: "", firstName: "", phone: "", email: "", timeZone: "", preferredChannel: "" },
  attributes: [],
};

type ContactDialogProps = {
  account: string;
  isOpen: boolean;
  onClose: () => void;
  /** Absent for a new contact. */
  known?: { id: string; contact: ContactForm };
};

/** Creates a contact, or edits one. */
export function ContactDialog({ account, isOpen, onClose, known }: ContactDialogProps) {
  const t = useTranslations("contacts.form");
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-2xl">
        <DialogHeader>
          <DialogTitle>{known ? t("editTitle") : t("newTitle")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <ContactEditor account={account} known={known} onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

type Errors = Record<string, string[] | string | undefined>;

function ContactEditor({ account, known, onClose }: Omit<ContactDialogProps, "isOpen">) {
  const t = useTranslations();
  const router = useRouter();
  const contact = known?.contact ?? emptyContact;
  const [attributes, setAttributes] = useState<AttributeDraft[]>(
    contact.attributes.map((each, index) => ({ ...each, id: index })),
  );
  const [errors, setErrors] = useState<Errors>({});
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    const filled: ContactForm = {
      ...{ name: text("name"), firstName: text("firstName"), phone: text("phone"), email: text("email") },
      timeZone: text("timeZone"),
      preferredChannel: text("preferredChannel") as ContactForm["preferredChannel"],
      attributes: attributes.map(({ key, value }) => ({ key, value })),
    };
    setBusy(true);
    const refused = await save(filled).catch(() => ({ form: t("contacts.form.failed") }));
    setBusy(false);
    setErrors(refused ?? {});
    if (refused) return;
    toast(t("common.saved"));
    onClose();
  };

  const save = async (filled: ContactForm): Promise<Errors | null> => {
    if (known) {
      const answer = await updateContactAction({ account, contactId: known.id, ...filled });
      const refused = errorsOf(answer);
      if (!refused) router.refresh();
      return refused;
    }
    const answer = await createContactAction({ account, ...filled });
    if (answer.data) router.push(`/${account}/contacts/${answer.data.contactId}`);
    return errorsOf(answer);
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      <ContactFields contact={contact} errors={errors} />
      <AttributeFields attributes={attributes} error={errors.attributes} onChange={setAttributes} />
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

type Answer = {
  serverError?: { message: string; fields: Record<string, string> };
  validationErrors?: { formErrors: string[]; fieldErrors: Errors };
};

/** Per field, and what belongs to none as `form`; null when the action was carried out. */
function errorsOf({ serverError, validationErrors }: Answer): Errors | null {
  if (serverError) {
    const isAtField = Object.keys(serverError.fields).length > 0;
    return { ...serverError.fields, form: isAtField ? undefined : serverError.message };
  }
  if (validationErrors) return { ...validationErrors.fieldErrors, form: validationErrors.formErrors };
  return null;
}
