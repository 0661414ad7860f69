"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { lastImport } from "@/components/contacts/import/last-import";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AudienceChoice } from "./audience-choice";
import { ContactPicker } from "./contact-picker";

type AudienceFieldsProps = {
  account: string;
  segments: SegmentOption[];
  choice: AudienceChoice;
  onChoose: (choice: AudienceChoice) => void;
};

export type SegmentOption = { id: string; name: string };

export function AudienceFields({ account, segments, choice, onChoose }: AudienceFieldsProps) {
  const t = useTranslations("enrollments.enroll");
  const [remembered, setRemembered] = useState<string | null>(null);
  useEffect(() => setRemembered(lastImport(account)), [account]);
  // The list stays choosable after another choice was looked at.
  const [listed] = useState(choice.kind === "listed" ? choice : null);
  const importedAt = choice.kind === "imported" ? choice.importedAt : remembered;

  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 font-medium">{t("whom")}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {listed && (
          <Choice isChosen={choice.kind === "listed"} onChoose={() => onChoose(listed)}>
            {t("listed")}
          </Choice>
        )}
        <Choice
          isChosen={choice.kind === "chosen"}
          onChoose={() => onChoose({ kind: "chosen", contacts: [] })}
        >
          {t("chosen")}
        </Choice>
        <Choice
          isChosen={choice.kind === "matching"}
          onChoose={() => onChoose({ kind: "matching", search: "" })}
        >
          {t("matching")}
        </Choice>
        {segments.length > 0 && (
          <Choice
            isChosen={choice.kind === "segment"}
            onChoose={() => onChoose({ kind: "segment", segmentId: segments[0]?.id ?? "" })}
          >
            {t("segment")}
          </Choice>
        )}
        {importedAt && (
          <Choice
            isChosen={choice.kind === "imported"}
            onChoose={() => onChoose({ kind: "imported", importedAt })}
          >
            {t("imported")}
          </Choice>
        )}
      </div>
      {choice.kind === "chosen" && (
        <ContactPicker
          account={account}
          chosen={choice.contacts}
          onChoose={(contacts) => onChoose({ kind: "chosen", contacts })}
        />
      )}
      {choice.kind === "matching" && (
        <Field label={t("filter")} hint={t("filterHint")}>
          <Input
            type="search"
            value={choice.search}
            onChange={(event) => onChoose({ kind: "matching", search: event.target.value })}
          />
        </Field>
      )}
      {choice.kind === "segment" && (
        <Field label={t("segment")}>
          <NativeSelect
            value={choice.segmentId}
            onChange={(event) => onChoose({ kind: "segment", segmentId: event.target.value })}
          >
            {segments.map((segment) => (
              <option key={segment.id} value={segment.id}>
                {segment.name}
              </option>
            ))}
          </NativeSelect>
        </Field>
      )}
      {choice.kind === "imported" && (
        <p className="text-muted-foreground">
          {t("importedText")} (<RelativeTime at={choice.importedAt} />)
        </p>
      )}
    </fieldset>
  );
}

type ChoiceProps = { isChosen: boolean; onChoose: () => void; children: string };

function Choice({ isChosen, onChoose, children }: ChoiceProps) {
  return (
    <label className="flex min-h-6 cursor-pointer items-center gap-2">
      <input
        type="radio"
        name="audience"
        checked={isChosen}
        onChange={onChoose}
        className="size-4 accent-primary"
      />
      {children}
    </label>
  );
}
