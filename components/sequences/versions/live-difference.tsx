"use client";

import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";
import type { SequenceState } from "@/lib/sequences/schema";
import { useEditor } from "../editor/editor-scope";
import { DifferenceList } from "./difference-list";
import { useVersion } from "./use-version";

/** The draft against the version that is live. */
export function LiveDifference({ state }: { state: SequenceState }) {
  const t = useTranslations("versions");
  const { account, sequenceId, draft, context } = useEditor();
  const number = state.versions.find((version) => version.id === state.liveVersionId)?.number ?? null;
  const { data, isError } = useVersion(account, sequenceId, number);
  if (isError) return <p className="text-red">{t("list.failed")}</p>;
  if (!data) return <Skeleton className="h-32" />;
  return (
    <>
      <p className="text-muted-foreground">{t("publish.sinceLive", { number: data.number })}</p>
      <DifferenceList before={data.snapshot} after={draft} people={context.members} />
    </>
  );
}
