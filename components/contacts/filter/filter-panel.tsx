"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { isUnconditional } from "@/lib/core/conditions";
import type { ConditionGroups } from "@/lib/core/model-rules";
import { useAddress } from "../use-address";
import { FilterBuilder } from "./filter-builder";
import { completeOf } from "./filter-catalog";
import { SegmentDialog, type SegmentDraft } from "./segment-dialog";

type FilterPanelProps = { account: string; filter: ConditionGroups | undefined; canManage: boolean };

const NOTHING: ConditionGroups = {
  match: "all",
  conditions: [{ variable: "contact.name", operator: "contains", value: "" }],
};
const TYPING_PAUSE_MS = 300;

/** The conditions of the list, kept in its address as soon as they say enough. */
export function FilterPanel({ account, filter, canManage }: FilterPanelProps) {
  const t = useTranslations("filter");
  const { change } = useAddress();
  const [value, setValue] = useState(filter ?? NOTHING);
  const [draft, setDraft] = useState<SegmentDraft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const whole = completeOf(value);

  const update = (changed: ConditionGroups) => {
    setValue(changed);
    clearTimeout(timer.current);
    const asked = completeOf(changed);
    timer.current = setTimeout(
      () => change({ filter: isUnconditional(asked) ? null : JSON.stringify(asked) }),
      TYPING_PAUSE_MS,
    );
  };

  return (
    <section aria-label={t("title")} className="mx-4 mb-3 grid gap-3 rounded-md border p-3 md:mx-6">
      <FilterBuilder value={value} onChange={update} />
      <div className="flex flex-wrap items-center justify-between gap-2 border-t pt-3">
        <p className="text-muted-foreground text-xs">{t("incomplete")}</p>
        <div className="flex gap-2">
          <Button variant="ghost" size="sm" onClick={() => update(NOTHING)}>
            {t("clear")}
          </Button>
          {canManage && (
            <Button
              variant="outline"
              size="sm"
              disabled={isUnconditional(whole)}
              onClick={() => setDraft({ name: "", filter: whole })}
            >
              {t("segment.save")}
            </Button>
          )}
        </div>
      </div>
      <SegmentDialog
        account={account}
        draft={draft}
        onClose={() => setDraft(null)}
        onSaved={(segment) => change({ segment, filter: null })}
      />
    </section>
  );
}
