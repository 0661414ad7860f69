"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import type { SequenceDraft } from "@/lib/core/model";
import type { SequenceState } from "@/lib/sequences/schema";
import { useEditor } from "../editor/editor-scope";
import { DifferenceList } from "./difference-list";
import { useVersion } from "./use-version";

/** The draft stands under 0. */
const DRAFT = 0;

/** Any two versions, or a version and the draft, side by side in words. */
export function CompareVersions({ state }: { state: SequenceState }) {
  const t = useTranslations("versions");
  const { context } = useEditor();
  const live = state.versions.find((version) => version.id === state.liveVersionId)?.number ?? DRAFT;
  const [chosen, setChosen] = useState<{ from: number | null; to: number }>({ from: null, to: DRAFT });
  const from = chosen.from ?? live;
  const before = useSide(from);
  const after = useSide(chosen.to);
  const options = (
    <>
      <option value={DRAFT}>{t("compare.draft")}</option>
      {state.versions.map(({ id, number }) => (
        <option key={id} value={number}>
          {t(id === state.liveVersionId ? "compare.liveOption" : "list.number", { number })}
        </option>
      ))}
    </>
  );
  const isFailed = before === "failed" || after === "failed";
  return (
    <Section title={t("compare.title")}>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("compare.from")}>
          <NativeSelect
            value={from}
            onChange={(event) => setChosen({ ...chosen, from: Number(event.target.value) })}
          >
            {options}
          </NativeSelect>
        </Field>
        <Field label={t("compare.to")}>
          <NativeSelect
            value={chosen.to}
            onChange={(event) => setChosen({ from, to: Number(event.target.value) })}
          >
            {options}
          </NativeSelect>
        </Field>
      </div>
      {isFailed && <p className="text-red">{t("list.failed")}</p>}
      {!isFailed && !(before && after) && <Skeleton className="h-24" />}
      {!isFailed && before && after && (
        <DifferenceList before={before} after={after} people={context.members} />
      )}
    </Section>
  );
}

/** What one side says; null while it is read. */
function useSide(number: number): SequenceDraft | "failed" | null {
  const { account, sequenceId, draft } = useEditor();
  const { data, isError } = useVersion(account, sequenceId, number === DRAFT ? null : number);
  if (number === DRAFT) return draft;
  return isError ? "failed" : (data?.snapshot ?? null);
}
