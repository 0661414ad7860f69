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
import { FieldError } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import type { AttributeDefinition } from "@/lib/attributes/schema";
import { createContactAction, updateContactAction } from "@/lib/contacts/actions";
import { type ContactForm, fieldOfAttribute } from "@/lib/contacts/schema";
import { type AttributeDraft, AttributeFields } from "./attribute-fields";
import { ContactFields } from "./contact-fields";
import { TypedFields } from "./typed-fields";

const emptyContact: ContactForm = {
  ...{ name: "", firstName: "", phone: "", email: "", timeZone: "", preferredChannel: "" },
  attributes: [],
};

type ContactDialogProps = {
  account: string;
  isOpen: boolean;
  onClose: () => void;
  definitions: AttributeDefinition[];
  currency: string;
  /** Absent for a new contact. */
  known?: { id: string; contact: ContactForm };
};

/** Creates a contact, or edits one. */
export function ContactDialog({ isOpen, ...props }: ContactDialogProps) {
  const { known, onClose } = props;
  const t = useTranslations("contacts.form");
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-2xl">
        <DialogHeader>
          <DialogTitle>{known ? t("editTitle") : t("newTitle")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <ContactEditor {...props} />
      </DialogContent>
    </Dialog>
  );
}

function ContactEditor({
  account,
  known,
  definitions,
  currency,
  onClose,
}: Omit<ContactDialogProps, "isOpen">) {
  const t = useTranslations();
  const router = useRouter();
  const contact = known?.contact ?? emptyContact;
  const asked = definitions.filter(({ isArchived }) => !isArchived);
  const isAsked = (key: string) => asked.some((definition) => definition.key === key);
  const [attributes, setAttributes] = useState<AttributeDraft[]>(
    contact.attributes.filter(({ key }) => !isAsked(key)).map((each, index) => ({ ...each, id: index })),
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
      attributes: [
        ...asked.map(({ key }) => ({ key, value: text(fieldOfAttribute(key)) })),
        ...attributes.map(({ key, value }) => ({ key, value })),
      ],
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
      <TypedFields definitions={asked} values={contact.attributes} currency={currency} errors={errors} />
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
