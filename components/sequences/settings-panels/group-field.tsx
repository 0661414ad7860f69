"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useEditor } from "../editor/editor-scope";

/** Of all sequences with the same word a person is in one at a time. */
export function GroupField() {
  const t = useTranslations("sequences.enters");
  const { draft, change } = useEditor();
  return (
    <Field label={t("group")} hint={t("groupHint")} className="max-w-72">
      <Input
        value={draft.exclusivityGroup ?? ""}
        maxLength={40}
        autoCapitalize="none"
        spellCheck={false}
        placeholder={t("groupPlaceholder")}
        onChange={(event) => {
          const word = asGroup(event.target.value);
          change((latest) => ({ ...latest, exclusivityGroup: word === "" ? null : word }));
        }}
      />
    </Field>
  );
}

/** A word that two people who mean the same write the same way. */
const asGroup = (typed: string) =>
  typed
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^[-_]+/, "");
