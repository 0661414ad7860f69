"use client";

import { ClipboardCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonVariants } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { DraftFilter } from "@/lib/approvals/schema";

type NoDraftsProps = {
  account: string;
  filter: DraftFilter;
  isFiltered: boolean;
  isMaestroOn: boolean;
  maySetUp: boolean;
};

/** Nothing waits: what would, and the one next act. */
export function NoDrafts({ account, filter, isFiltered, isMaestroOn, maySetUp }: NoDraftsProps) {
  const t = useTranslations("approvals.empty");
  if (isFiltered || filter.state !== "open") {
    const key = filter.state === "open" ? "filtered" : filter.state;
    return (
      <EmptyState icon={ClipboardCheck} title={t(`${key}.title`)}>
        {t(`${key}.text`)}
      </EmptyState>
    );
  }
  const wants = isMaestroOn ? null : maySetUp ? "settings/maestro" : "sequences";
  return (
    <EmptyState
      icon={ClipboardCheck}
      title={t(isMaestroOn ? "done.title" : "off.title")}
      action={
        wants && (
          <Link href={`/${account}/${wants}`} className={buttonVariants({ variant: "outline" })}>
            {t(maySetUp ? "off.setUp" : "off.sequences")}
          </Link>
        )
      }
    >
      {t(isMaestroOn ? "done.text" : maySetUp ? "off.text" : "off.ask")}
    </EmptyState>
  );
}
