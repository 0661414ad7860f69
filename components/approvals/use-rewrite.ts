"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { chooseFallbackAction, reassignDraftAction } from "@/lib/approvals/actions";
import type { DraftDetail, RegenerateResult } from "@/lib/approvals/schema";
import { postJson } from "./post-json";

type Answer = Parameters<typeof refusalOf>[0] & { data?: RegenerateResult | undefined };

/** Acts after which the draft still waits: other words, or somebody else to decide. */
export function useRewrite(account: string, draft: DraftDetail, dropEdit: () => void) {
  const t = useTranslations("approvals");
  const reasons = useTranslations("status.fallback");
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const { id, revision, contactName: name } = draft;

  const rewrite = (wish: { revision: number; remark: string | null }): Promise<Answer> =>
    postJson<RegenerateResult>(`/api/a/${account}/approvals/${id}/regenerate`, wish).then(
      (data) => ({ data }),
      ({ message }: Error) => (message ? { serverError: { message } } : {}),
    );

  const carryOut = async (ask: Promise<Answer | undefined>, done: () => void) => {
    setBusy(true);
    const answer = await ask.catch(() => undefined);
    const became = answer?.data;
    if (became?.kind === "done") done();
    else if (became) toast.error(t("unwritten", { reason: reasons(became.outcome) }));
    else toast.error(refusalOf(answer) ?? t("failed"));
    await Promise.all([
      queries.invalidateQueries({ queryKey: ["draft", account, id] }),
      queries.invalidateQueries({ queryKey: ["approvals", account] }),
    ]);
    setBusy(false);
  };

  return {
    isBusy,
    regenerate: (remark: string) =>
      carryOut(rewrite({ revision, remark: remark.trim() || null }), () => {
        dropEdit();
        toast(t("acted.rewritten", { name }));
      }),
    chooseFallback: () => carryOut(chooseFallbackAction({ account, id, revision }), dropEdit),
    reassign: (assigneeId: string | null) =>
      carryOut(reassignDraftAction({ account, id, revision, assigneeId }), () =>
        toast(t("acted.reassigned", { name })),
      ),
  };
}

export type DraftRewrite = ReturnType<typeof useRewrite>;
