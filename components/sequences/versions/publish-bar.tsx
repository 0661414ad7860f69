"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Hint } from "@/components/ui/tooltip";
import type { SequenceState } from "@/lib/sequences/schema";
import { publishSequenceAction } from "@/lib/versions/actions";
import { useEditor } from "../editor/editor-scope";
import { refusalOf } from "../refusal";
import { ProblemList } from "./problem-list";
import { PublishDialog } from "./publish-dialog";

type PublishBarProps = {
  state: SequenceState;
  /** The draft on the page is the one that the live version was made of. */
  isUnchanged: boolean;
  flush: () => Promise<number | null>;
  /** A refused publish: now everything that is missing is called so. */
  onRefused: () => void;
};

export function PublishBar({ state, isUnchanged, flush, onRefused }: PublishBarProps) {
  const t = useTranslations("sequences");
  const { account, sequenceId, findings } = useEditor();
  const queries = useQueryClient();
  const [opened, setOpened] = useState<"problems" | "publish" | null>(null);
  const nextNumber = (state.versions[0]?.number ?? 0) + 1;

  const begin = () => {
    const hasProblems = findings.problems.length > 0;
    if (hasProblems) onRefused();
    setOpened(hasProblems ? "problems" : "publish");
  };
  const publish = async (note: string): Promise<boolean> => {
    const draftRevision = await flush();
    if (draftRevision === null) {
      toast.error(t("publish.noDraft"));
      return false;
    }
    const answer = await publishSequenceAction({ account, sequenceId, draftRevision, note }).catch(
      () => undefined,
    );
    await queries.invalidateQueries({ queryKey: ["live", account] });
    if (!answer?.data) {
      toast.error(refusalOf(answer) ?? t("failed"), {
        description: Object.values(answer?.serverError?.fields ?? {}).join(" "),
      });
      return false;
    }
    toast.success(t("publish.done", { number: answer.data.number }));
    return true;
  };

  const act = (
    <Button onClick={isUnchanged ? undefined : begin} aria-disabled={isUnchanged || undefined}>
      {t("publish.act")}
    </Button>
  );
  return (
    <>
      <ProblemList
        isOpen={opened === "problems"}
        onOpenChange={(isOpen) => setOpened(isOpen ? "problems" : null)}
      />
      {isUnchanged ? <Hint text={t("publish.unchanged")}>{act}</Hint> : act}
      <PublishDialog
        state={state}
        nextNumber={nextNumber}
        isOpen={opened === "publish"}
        onOpenChange={(isOpen) => setOpened(isOpen ? "publish" : null)}
        onPublish={publish}
      />
    </>
  );
}
