"use client";

import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLive } from "@/components/shell/use-live";
import { EmptyState } from "@/components/ui/empty-state";
import type { Trouble } from "@/lib/troubles/schema";
import type { TroubleRights } from "./rights";
import { TroubleRow } from "./trouble-row";

type TroublesScreenProps = { account: string; initial: Trouble[]; rights: TroubleRights; today: string };

/** Everything that is stuck, the gravest first. */
export function TroublesScreen({ account, initial, rights, today }: TroublesScreenProps) {
  const t = useTranslations("troubles");
  const troubles = useLive(account, "troubles", initial, 10);
  if (troubles.length === 0) {
    return (
      <EmptyState icon={CircleCheck} title={t("empty")}>
        {t("emptyHint")}
      </EmptyState>
    );
  }
  return (
    <ul aria-label={t("title")} className="divide-y rounded-lg border">
      {troubles.map((trouble) => (
        <TroubleRow key={trouble.kind} account={account} trouble={trouble} rights={rights} today={today} />
      ))}
    </ul>
  );
}
