"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import {
  archiveSequenceAction,
  duplicateSequenceAction,
  pauseSequenceAction,
  resumeSequenceAction,
} from "@/lib/sequences/actions";
import { refusalOf } from "../refusal";

/** Acts on a whole sequence, each with its answer as a toast and, where there is one, its undo. */
export function useSequenceActs(account: string, { id, name }: { id: string; name: string }) {
  const t = useTranslations();
  const queries = useQueryClient();
  const router = useRouter();
  const input = { account, sequenceId: id };

  // Both the list and an open editor read their live data under this key.
  const refresh = () => queries.invalidateQueries({ queryKey: ["live", account] });
  const refuse = (answer: Parameters<typeof refusalOf>[0]) =>
    toast.error(refusalOf(answer) ?? t("sequences.failed"));
  const attempt = async (act: () => Promise<void>) => {
    await act().catch(() => toast.error(t("sequences.failed")));
    await refresh();
  };

  const pause = () =>
    attempt(async () => {
      const answer = await pauseSequenceAction(input);
      if (!answer?.data) return void refuse(answer);
      toast(t("sequences.paused"), { action: { label: t("common.undo"), onClick: () => void resume() } });
    });
  const resume = () =>
    attempt(async () => {
      const answer = await resumeSequenceAction(input);
      if (!answer?.data) return void refuse(answer);
      toast(t("sequences.resumed"), { action: { label: t("common.undo"), onClick: () => void pause() } });
    });
  const duplicate = () =>
    attempt(async () => {
      const copy = t("sequences.copyOf", { name }).slice(0, 120);
      const answer = await duplicateSequenceAction({ ...input, name: copy });
      if (!answer?.data) return void refuse(answer);
      const copied = answer.data.id;
      toast(t("sequences.duplicated"), {
        action: {
          label: t("sequences.open"),
          onClick: () => router.push(`/${account}/sequences/${copied}`),
        },
      });
    });
  const archive = () =>
    attempt(async () => {
      const answer = await archiveSequenceAction(input);
      if (!answer?.data) return void refuse(answer);
      toast(t("sequences.archived", { ended: answer.data.ended }));
    });

  return {
    pause: () => void pause(),
    resume: () => void resume(),
    duplicate: () => void duplicate(),
    archive,
  };
}
