"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import {
  approveDraftAction,
  discardDraftAction,
  snoozeDraftAction,
  undoDecisionAction,
} from "@/lib/approvals/actions";
import type { ApproveResult, DraftDetail, DraftDone } from "@/lib/approvals/schema";
import { keepEdit } from "./kept-edit";

type Decisions = {
  account: string;
  /** Shows what comes after the draft that leaves. */
  onLeave: (id: string) => void;
  show: (id: string) => void;
};

type Answer = Parameters<typeof refusalOf>[0] & { data?: ApproveResult | undefined };

const UNDO_MS = 10_000;

/** Acts after which a draft leaves the queue: it is gone at once, and comes back when the server refused. */
export function useDecisions({ account, onLeave, show }: Decisions) {
  const t = useTranslations("approvals");
  const common = useTranslations("common");
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());

  const refresh = (id: string) =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ["approvals", account] }),
      queries.invalidateQueries({ queryKey: ["draft", account, id] }),
    ]);
  const isBack = (id: string) => setLeaving((ids) => new Set([...ids].filter((each) => each !== id)));

  const decide = async (draft: DraftDetail, ask: () => Promise<Answer | undefined>, said: string) => {
    const { id } = draft;
    setLeaving((ids) => new Set([...ids, id]));
    onLeave(id);
    const answer = await ask().catch(() => undefined);
    const done = answer?.data?.kind === "done" ? answer.data : null;
    if (done) {
      keepEdit(account, id, null);
      const undo = {
        label: common("undo"),
        onClick: () => void (done.verdict === "open" ? wake(done) : takeBack(done)),
      };
      toast(said, { action: undo, duration: UNDO_MS });
    } else {
      const sentence = answer?.data ? t("refused", { name: draft.contactName }) : refusalOf(answer);
      toast.error(sentence ?? t("failed"), { action: { label: t("show"), onClick: () => show(id) } });
    }
    await refresh(id);
    isBack(id);
  };

  const bring = async (id: string, ask: Promise<Answer | undefined>) => {
    const answer = await ask.catch(() => undefined);
    if (!answer?.data) toast.error(refusalOf(answer) ?? t("failed"));
    await refresh(id);
    if (answer?.data) show(id);
  };
  const takeBack = ({ id, revision, actId }: Pick<DraftDone, "id" | "revision" | "actId">) =>
    bring(id, undoDecisionAction({ account, id, revision, actId }));
  const wake = ({ id, revision }: Pick<DraftDone, "id" | "revision">) =>
    bring(id, snoozeDraftAction({ account, id, revision, until: null }));

  return {
    leaving,
    refresh,
    takeBack,
    wake,
    approve: (draft: DraftDetail, words: { text: string; subject: string | null; vouched: string[] }) => {
      const { id, revision, contactName: name } = draft;
      return decide(
        draft,
        () => approveDraftAction({ account, id, revision, ...words }),
        t("acted.approved", { name }),
      );
    },
    discard: (draft: DraftDetail, stopsRun: boolean) => {
      const { id, revision, contactName: name } = draft;
      return decide(
        draft,
        () => discardDraftAction({ account, id, revision, stopsRun }),
        t(stopsRun ? "acted.stopped" : "acted.discarded", { name }),
      );
    },
    snooze: (draft: DraftDetail, until: Date) => {
      const { id, revision, contactName: name } = draft;
      return decide(
        draft,
        () => snoozeDraftAction({ account, id, revision, until: until.toISOString() }),
        t("acted.snoozed", { name }),
      );
    },
  };
}

export type DraftDecisions = ReturnType<typeof useDecisions>;
