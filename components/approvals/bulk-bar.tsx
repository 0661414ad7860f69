"use client";

import { CheckCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { BulkDialog } from "./bulk-dialog";
import type { Ticks } from "./use-ticks";

/** What is ticked, and the one act for all of it. */
export function BulkBar({ account, ticks }: { account: string; ticks: Ticks }) {
  const t = useTranslations("approvals.bulk");
  const [isOpen, setOpen] = useState(false);
  const count = ticks.ticked.length;
  useCommands([
    {
      id: "drafts-tick",
      label: t("tickAll"),
      icon: CheckCheck,
      isDisabled: ticks.ableCount === 0,
      run: ticks.tickAll,
    },
    {
      id: "drafts-approve-ticked",
      label: t("approve", { count }),
      shortcut: "shift+a",
      isDisabled: count === 0,
      run: () => setOpen(true),
    },
  ]);
  if (ticks.ableCount === 0) return null;
  return (
    <section
      aria-label={t("label")}
      className="flex min-h-10 flex-wrap items-center gap-1.5 border-b px-3 py-1.5"
    >
      {count === 0 ? (
        <Button variant="ghost" size="sm" onClick={ticks.tickAll}>
          <CheckCheck aria-hidden /> {t("tickAll")}
          <span className="text-muted-foreground tabular-nums">{ticks.ableCount}</span>
        </Button>
      ) : (
        <>
          <Button size="sm" onClick={() => setOpen(true)}>
            {t("approve", { count })}
          </Button>
          {count < ticks.ableCount && (
            <Button variant="ghost" size="sm" onClick={ticks.tickAll}>
              {t("tickAll")}
            </Button>
          )}
          <Button
            variant="ghost"
            size="icon-sm"
            className="ml-auto"
            aria-label={t("clear")}
            onClick={ticks.clear}
          >
            <X aria-hidden />
          </Button>
        </>
      )}
      {isOpen && count > 0 && (
        <BulkDialog
          account={account}
          drafts={ticks.ticked}
          onClose={() => setOpen(false)}
          onDone={ticks.clear}
        />
      )}
    </section>
  );
}
