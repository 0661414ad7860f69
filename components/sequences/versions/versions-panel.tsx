"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { SequenceState } from "@/lib/sequences/schema";
import { useEditor } from "../editor/editor-scope";
import { CompareVersions } from "./compare-versions";
import { MoveList } from "./move-list";
import { useImpact } from "./use-impact";
import { VersionRow } from "./version-row";

/** The published versions, what sets them apart, and what the last publishing does to the people in flight. */
export function VersionsPanel({ state }: { state: SequenceState }) {
  const t = useTranslations("versions.list");
  const { account, sequenceId, isReadOnly } = useEditor();
  const isPublished = state.versions.length > 0;
  const { data } = useImpact(account, sequenceId, { revision: state.draftRevision, isOn: isPublished });
  if (!isPublished) return <p className="text-muted-foreground">{t("empty")}</p>;
  const inFlightOn = (versionId: string) =>
    data?.groups.filter((group) => group.versionId === versionId).reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="grid grid-cols-1 gap-6">
      <MoveList canTakeBack={!isReadOnly} />
      <CompareVersions state={state} />
      <Section title={t("title")}>
        <ol className="grid grid-cols-1 gap-3">
          {state.versions.map((version) => (
            <VersionRow
              key={version.id}
              version={version}
              isLive={version.id === state.liveVersionId}
              inFlight={inFlightOn(version.id)}
            />
          ))}
        </ol>
      </Section>
    </div>
  );
}
