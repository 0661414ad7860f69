"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { assignContactAction, tagContactAction, untagContactAction } from "@/lib/contacts/actions";
import type { ContactDetail } from "@/lib/contacts/detail";
import { useCatalog } from "../filter/use-catalog";
import { useAct } from "./use-act";

type OwnerAndTagsProps = { account: string; contact: ContactDetail; canManage: boolean };

/** Who is responsible for the person, and the tags. */
export function OwnerAndTags({ account, contact, canManage }: OwnerAndTagsProps) {
  const t = useTranslations("contacts.fields");
  const catalog = useCatalog();
  const { act, isBusy } = useAct();
  const { assignee } = contact;
  const members = catalog.find(({ variable }) => variable === "contact.assignee")?.options ?? [];
  const isListed = !assignee || members.some(({ value }) => value === assignee.id);
  return (
    <div className="grid gap-4">
      <Field label={t("assignee")}>
        <NativeSelect
          value={assignee?.id ?? ""}
          disabled={!canManage || isBusy}
          onChange={({ target }) =>
            act(() => assignContactAction({ account, contactId: contact.id, userId: target.value || null }))
          }
        >
          <option value="">{t("nobody")}</option>
          {!isListed && <option value={assignee.id}>{assignee.name}</option>}
          {members.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <TagField account={account} contact={contact} canManage={canManage} />
    </div>
  );
}

function TagField({ account, contact, canManage }: OwnerAndTagsProps) {
  const t = useTranslations();
  const id = useId();
  const catalog = useCatalog();
  const { act, isBusy } = useAct();
  const [text, setText] = useState("");
  const known = catalog.find(({ variable }) => variable === "contact.tags")?.proposals ?? [];
  const add = (event: FormEvent) => {
    event.preventDefault();
    const tag = text.trim();
    if (!tag) return;
    setText("");
    act(() => tagContactAction({ account, contactId: contact.id, tag }));
  };
  return (
    <div className="grid gap-1.5">
      <p className="font-medium">{t("contacts.fields.tags")}</p>
      {contact.tags.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {contact.tags.map((tag) => (
            <li key={tag}>
              <Badge className="h-6 max-w-60 touch:h-9">
                <span className="truncate">{tag}</span>
                {canManage && (
                  <button
                    type="button"
                    className="-mr-1 grid size-6 touch:size-9 place-items-center rounded-sm hover:text-foreground"
                    aria-label={t("contacts.fields.removeTag", { tag })}
                    disabled={isBusy}
                    onClick={() => act(() => untagContactAction({ account, contactId: contact.id, tag }))}
                  >
                    <X aria-hidden className="size-3" />
                  </button>
                )}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      {canManage && (
        <form onSubmit={add} className="flex gap-2">
          <Input
            aria-label={t("contacts.fields.addTag")}
            placeholder={t("contacts.fields.addTag")}
            list={id}
            value={text}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
          <datalist id={id}>
            {known.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
          <Button type="submit" variant="outline" disabled={isBusy} aria-label={t("contacts.fields.addTag")}>
            {t("common.add")}
          </Button>
        </form>
      )}
    </div>
  );
}
