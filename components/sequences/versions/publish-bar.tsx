"use client";

import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { Hint } from "@/components/ui/tooltip";
import type { SequenceState } from "@/lib/sequences/schema";
import { publishSequenceAction } from "@/lib/versions/actions";
import { GRACE_SECONDS } from "@/lib/versions/move-acts";

import { useEditor } from "../editor/editor-scope";
import { refusalOf } from "../refusal";
import { ProblemList } from "./problem-list";
import type { Publishing } from "./publish-dialog";
import { useTakeBack } from "./use-take-back";

/** Fetched when somebody publishes. */
const PublishDialog = dynamic(() => import("./publish-dialog").then((module) => module.PublishDialog), {
  ssr: false,
});

type PublishBarProps = {
  state: SequenceState;
  /** The draft on the page is the one that the live version was made of. */
  isUnchanged: boolean;
  flush: () => Promise<number | null>;
  /** A refused publish: now everything that is missing is called so. */
  onRefused: () => void;
};

export function PublishBar({ state, isUnchanged, flush, onRefused }: PublishBarProps) {
  const t = useTranslations("versions");
  const { account, sequenceId, findings } = useEditor();
  const queries = useQueryClient();
  const takeBack = useTakeBack();
  const [isListed, setIsListed] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const [isFetched, setIsFetched] = useState(false);
  const [revision, setRevision] = useState(state.draftRevision);
  const nextNumber = (state.versions[0]?.number ?? 0) + 1;

  const begin = async () => {
    if (findings.problems.length > 0) {
      onRefused();
      setIsListed(true);
      return;
    }
    // What is counted and foreseen is what will be published.
    const saved = await flush();
    if (saved === null) {
      toast.error(t("publish.noDraft"));
      return;
    }
    setRevision(saved);
    setIsFetched(true);
    setIsOpen(true);
  };
  const publish = async ({ note, choices }: Publishing): Promise<boolean> => {
    const given = { account, sequenceId, draftRevision: revision, note, choices };
    const answer = await publishSequenceAction(given).catch(() => undefined);
    // Not waited for: the dialog would already speak of the version after.
    for (const key of ["live", "impact", "moves"]) {
      void queries.invalidateQueries({ queryKey: [key, account] });
    }
    if (!answer?.data) {
      toast.error(refusalOf(answer) ?? t("move.failed"), {
        description: Object.values(answer?.serverError?.fields ?? {}).join(" "),
      });
      return false;
    }
    const { number, move } = answer.data;
    const done = t("publish.done", { number });
    if (!move) toast.success(done);
    else {
      toast.success(done, {
        description: t("publish.doneMoving", { count: move.total, seconds: GRACE_SECONDS }),
        action: { label: t("move.takeBack"), onClick: () => void takeBack(move.id) },
        duration: GRACE_SECONDS * 1_000,
      });
    }
    return true;
  };

  const act = (
    <Button onClick={isUnchanged ? undefined : () => void begin()} aria-disabled={isUnchanged || undefined}>
      {t("publish.act")}
    </Button>
  );
  return (
    <>
      <ProblemList isOpen={isListed} onOpenChange={setIsListed} />
      {isUnchanged ? <Hint text={t("publish.unchanged")}>{act}</Hint> : act}
      {isFetched && (
        <PublishDialog
          state={state}
          nextNumber={nextNumber}
          revision={revision}
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          onPublish={publish}
        />
      )}
    </>
  );
}
