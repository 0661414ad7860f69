"use client";

import { Tag, Tags, UserCheck, UserPlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { MAX_COUNTED } from "@/lib/keyset";
import { type ActKind, BulkDialog } from "./bulk-dialog";
import type { Selection } from "./use-selection";

type SelectionBarProps = {
  account: string;
  selection: Selection;
  /** How many the list's filter finds, counted to 10,001. */
  matching: number;
  canManage: boolean;
  /** Absent where the person may not enroll many. */
  onEnroll: (() => void) | undefined;
};

/** What is selected and what can be done with it. */
export function SelectionBar({ account, selection, matching, canManage, onEnroll }: SelectionBarProps) {
  const t = useTranslations("contacts");
  const [act, setAct] = useState<ActKind | null>(null);
  const { isAll, count } = selection;
  if (count === 0 && !isAll) return null;
  const said =
    isAll && matching > MAX_COUNTED
      ? t("selection.allOver", { count: MAX_COUNTED })
      : isAll
        ? t("selection.allSelected", { count: matching })
        : t("selection.selected", { count });
  return (
    <section
      aria-label={t("selection.label")}
      className="flex flex-wrap items-center gap-2 border-y bg-primary-soft px-4 py-2 md:px-6"
    >
      <p className="mr-1 font-medium" aria-live="polite">
        {said}
      </p>
      {!isAll && matching > count && (
        <Button variant="link" size="sm" onClick={selection.selectAll}>
          {t("selection.selectAll")}
        </Button>
      )}
      {canManage && (
        <>
          <Button variant="outline" size="sm" onClick={() => setAct("add_tag")}>
            <Tag aria-hidden /> {t("bulk.add_tag")}
          </Button>
          <Button variant="outline" size="sm" onClick={() => setAct("remove_tag")}>
            <Tags aria-hidden /> {t("bulk.remove_tag")}
          </Button>
          <Button variant="outline" size="sm" onClick={() => setAct("assign")}>
            <UserCheck aria-hidden /> {t("bulk.assign")}
          </Button>
        </>
      )}
      {onEnroll && (
        <Button variant="outline" size="sm" onClick={onEnroll}>
          <UserPlus aria-hidden /> {t("enroll")}
        </Button>
      )}
      <Button
        variant="ghost"
        size="icon-sm"
        className="ml-auto"
        aria-label={t("selection.clear")}
        onClick={selection.clear}
      >
        <X aria-hidden />
      </Button>
      <BulkDialog
        account={account}
        kind={act}
        whom={selection.whom()}
        total={isAll ? matching : count}
        onClose={() => setAct(null)}
      />
    </section>
  );
}
