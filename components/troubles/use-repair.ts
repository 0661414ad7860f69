"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import {
  repairDeliveriesAction,
  repairDraftsAction,
  repairInboxesAction,
  repairRunsAction,
  repairStepsAction,
} from "@/lib/troubles/actions";
import type { TroubleKind } from "@/lib/troubles/schema";

/** What a machine can do: which of them about which trouble, `troubleActs` says. */
export type RepairAct = "look" | "resume" | "lift" | "remind" | "extend" | "take_in";

type Wish = { act: RepairAct; kind: TroubleKind; inboxId?: string };

/** Repairs, says what came of it and reads again what the screens show. */
export function useRepair(account: string) {
  const t = useTranslations("troubles");
  const queries = useQueryClient();
  const [busy, setBusy] = useState<RepairAct | null>(null);
  const repair = async (wish: Wish) => {
    setBusy(wish.act);
    const answer = await call(account, wish).catch(() => undefined);
    setBusy(null);
    const done = answer?.data;
    if (!done) toast.error(refusalOf(answer) ?? t("failed"));
    else if (done.repaired === 0) toast.success(t("done.nothing"));
    else toast.success(t(`done.${wish.act}`, { count: done.repaired, more: done.isMore ? "yes" : "no" }));
    await queries.invalidateQueries({ queryKey: ["live", account] });
  };
  return { repair, busy };
}

function call(account: string, { act, kind, inboxId }: Wish) {
  switch (act) {
    case "resume":
      return repairInboxesAction({ account, inboxId });
    case "lift":
      return repairStepsAction({ account });
    case "remind":
    case "extend":
      return repairDraftsAction({ account, act });
    case "take_in":
      return repairDeliveriesAction({ account });
    case "look":
      return repairRunsAction({ account, kind: runKindOf(kind) });
  }
}

const runKindOf = (kind: TroubleKind) =>
  kind === "runs_unwoken" || kind === "sends_unfinished" ? kind : "runs_overdue";
