"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useAddress } from "@/components/contacts/use-address";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Pipeline } from "@/lib/records/board";
import {
  addPipelineAction,
  addStageAction,
  archivePipelineAction,
  renamePipelineAction,
} from "@/lib/records/pipeline-actions";
import { NameForm } from "./name-form";
import { StageRows } from "./stage-rows";
import { useSetting } from "./use-setting";

type PipelineSettingsProps = {
  account: string;
  pipelines: Pipeline[];
  pipelineId: string;
  isOpen: boolean;
  onClose: () => void;
  onChanged: () => void;
};

/** The stages of the pipeline that the board shows, and other pipelines beside it. */
export function PipelineSettings({ isOpen, onClose, ...props }: PipelineSettingsProps) {
  const t = useTranslations("records.pipeline");
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[90dvh] overflow-y-auto">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <Settings key={props.pipelineId} {...props} />
      </DialogContent>
    </Dialog>
  );
}

function Settings({
  account,
  pipelines,
  pipelineId,
  onChanged,
}: Omit<PipelineSettingsProps, "isOpen" | "onClose">) {
  const t = useTranslations("records.pipeline");
  const router = useRouter();
  const { change } = useAddress();
  const { set, refusal } = useSetting(() => {
    onChanged();
    router.refresh();
  });
  const pipeline = pipelines.find(({ id }) => id === pipelineId);
  if (!pipeline) return null;

  const addStage = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("stage") ?? "").trim();
    if (name) void set(addStageAction({ account, pipelineId, name })).then((isSet) => isSet && form.reset());
  };
  const addPipeline = async () => {
    const names = { name: t("newPipeline"), stageName: t("firstStage") };
    const added = await addPipelineAction({ account, ...names }).catch(() => undefined);
    if (await set(Promise.resolve(added))) change({ pipeline: added?.data?.id ?? null });
  };
  const archive = async () => {
    if (await set(archivePipelineAction({ account, pipelineId }))) change({ pipeline: null });
  };

  return (
    <div className="grid gap-5">
      <NameForm
        label={t("name")}
        name={pipeline.name}
        onRename={(name) => set(renamePipelineAction({ account, pipelineId, name }))}
      />
      <StageRows account={account} pipeline={pipeline} pipelines={pipelines} set={set} />
      <form onSubmit={addStage} className="flex items-end gap-2">
        <Field label={t("addStage")} className="flex-1">
          <Input name="stage" required maxLength={60} autoComplete="off" />
        </Field>
        <Button type="submit" variant="outline">
          <Plus aria-hidden /> {t("add")}
        </Button>
      </form>
      <FieldError>{refusal}</FieldError>
      <div className="flex flex-wrap justify-between gap-2 border-t pt-4">
        <Button variant="outline" onClick={() => void addPipeline()}>
          <Plus aria-hidden /> {t("addPipeline")}
        </Button>
        {pipelines.length > 1 && (
          <Button variant="ghost" onClick={() => void archive()}>
            {t("archivePipeline")}
          </Button>
        )}
      </div>
    </div>
  );
}
