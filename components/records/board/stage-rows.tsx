"use client";

import { Archive, ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { Pipeline } from "@/lib/records/board";
import { archiveStageAction, orderStagesAction, renameStageAction } from "@/lib/records/pipeline-actions";
import { NameForm } from "./name-form";
import type { Set as SetSetting } from "./use-setting";

type StageRowsProps = {
  account: string;
  pipeline: Pipeline;
  pipelines: Pipeline[];
  set: SetSetting;
};

/** The stages in their order, each to rename, to move and to archive. */
export function StageRows({ account, pipeline, pipelines, set }: StageRowsProps) {
  const t = useTranslations("records.pipeline");
  const [archived, setArchived] = useState<string | null>(null);
  const { id: pipelineId, stages } = pipeline;

  const shift = (index: number, by: 1 | -1) => {
    const stageIds = stages.map(({ id }) => id);
    const [moved] = stageIds.splice(index, 1);
    if (!moved) return;
    stageIds.splice(index + by, 0, moved);
    void set(orderStagesAction({ account, pipelineId, stageIds }));
  };
  return (
    <ol aria-label={t("stages")} className="grid gap-2">
      {stages.map(({ id, name }, index) => (
        <li key={id} className="grid gap-2">
          <div className="flex items-center gap-1">
            <NameForm
              label={t("stageName", { number: index + 1 })}
              isLabelHidden
              className="flex-1"
              name={name}
              onRename={(typed) => set(renameStageAction({ account, stageId: id, name: typed }))}
            />
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t("up", { name })}
              disabled={index === 0}
              onClick={() => shift(index, -1)}
            >
              <ArrowUp aria-hidden />
            </Button>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t("down", { name })}
              disabled={index === stages.length - 1}
              onClick={() => shift(index, 1)}
            >
              <ArrowDown aria-hidden />
            </Button>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t("archive", { name })}
              aria-expanded={archived === id}
              disabled={stages.length === 1}
              onClick={() => setArchived(archived === id ? null : id)}
            >
              <Archive aria-hidden />
            </Button>
          </div>
          {archived === id && (
            <ArchiveStage
              pipelines={pipelines}
              stageId={id}
              onArchive={async (toStageId) => {
                if (await set(archiveStageAction({ account, stageId: id, toStageId }))) setArchived(null);
              }}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

type ArchiveStageProps = {
  pipelines: Pipeline[];
  stageId: string;
  onArchive: (toStageId: string) => Promise<void>;
};

/** Asks where the open deals go. */
function ArchiveStage({ pipelines, stageId, onArchive }: ArchiveStageProps) {
  const t = useTranslations("records.pipeline");
  const own = pipelines.find(({ stages }) => stages.some(({ id }) => id === stageId));
  const [to, setTo] = useState(own?.stages.find(({ id }) => id !== stageId)?.id ?? "");
  const [isBusy, setBusy] = useState(false);
  return (
    <div className="flex items-end gap-2 rounded-md border bg-muted p-3">
      <Field label={t("dealsGoTo")} className="flex-1">
        <NativeSelect value={to} onChange={(event) => setTo(event.target.value)}>
          {pipelines.map(({ id, name, stages }) => (
            <optgroup key={id} label={name}>
              {stages
                .filter((stage) => stage.id !== stageId)
                .map((stage) => (
                  <option key={stage.id} value={stage.id}>
                    {stage.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </NativeSelect>
      </Field>
      <Button
        variant="destructive"
        isBusy={isBusy}
        onClick={() => {
          setBusy(true);
          void onArchive(to).finally(() => setBusy(false));
        }}
      >
        {t("archiveStage")}
      </Button>
    </div>
  );
}
