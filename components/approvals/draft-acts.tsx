"use client";

import { AlarmClock, Check, type LucideIcon, RefreshCw, Trash2, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Keys } from "@/components/ui/kbd";
import { Hint } from "@/components/ui/tooltip";
import type { DraftDialogName } from "./draft-dialogs";

type DraftActsProps = {
  acts: { approve: () => void; open: (name: DraftDialogName) => () => void };
  isBusy: boolean;
};

type Other = { name: DraftDialogName; icon: LucideIcon; key: string; isNamed: boolean };

const OTHERS: Other[] = [
  { name: "discard", icon: Trash2, key: "d", isNamed: true },
  { name: "regenerate", icon: RefreshCw, key: "r", isNamed: true },
  { name: "reassign", icon: UserRound, key: "s", isNamed: false },
  { name: "snooze", icon: AlarmClock, key: "z", isNamed: false },
];

/** Always in the same place, under a thumb on a phone. */
export function DraftActs({ acts, isBusy }: DraftActsProps) {
  const t = useTranslations("approvals");
  return (
    <footer className="flex flex-wrap items-center gap-1 border-t bg-background px-3 py-2 max-md:grid max-md:grid-cols-4 max-md:gap-1.5">
      <Button
        className="max-md:order-last max-md:col-span-4 max-md:h-12 max-md:text-base"
        disabled={isBusy}
        onClick={acts.approve}
      >
        <Check aria-hidden /> {t("acts.approve")}
        <Keys shortcut="a" className="max-md:hidden" />
      </Button>
      {OTHERS.map(({ name, icon: Icon, key, isNamed }) => (
        <Hint
          key={name}
          text={
            <>
              {t(`acts.${name}`)} <Keys shortcut={key} className="ml-1" />
            </>
          }
        >
          <Button
            variant={name === "discard" ? "outline" : "ghost"}
            disabled={isBusy}
            isBusy={name === "regenerate" && isBusy}
            onClick={acts.open(name)}
            className={cn(
              "max-md:grid max-md:h-13 max-md:content-center max-md:justify-items-center max-md:gap-0.5 max-md:px-1 max-md:text-xs",
              isNamed ? "md:px-2" : "md:w-8 md:px-0",
              name === "reassign" && "md:ml-auto",
            )}
          >
            <Icon aria-hidden />
            <span className={isNamed ? undefined : "md:sr-only"}>{t(`acts.${name}`)}</span>
          </Button>
        </Hint>
      ))}
    </footer>
  );
}
