"use client";

import { AlarmClock, Check, type LucideIcon, RefreshCw, Trash2, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Keys } from "@/components/ui/kbd";
import type { DraftDialogName } from "./draft-dialogs";

type DraftActsProps = {
  acts: { approve: () => void; open: (name: DraftDialogName) => () => void };
  isBusy: boolean;
};

const OTHERS: { name: DraftDialogName; icon: LucideIcon; key: string }[] = [
  { name: "discard", icon: Trash2, key: "d" },
  { name: "regenerate", icon: RefreshCw, key: "r" },
  { name: "reassign", icon: UserRound, key: "s" },
  { name: "snooze", icon: AlarmClock, key: "z" },
];

/** Always in the same place, under a thumb on a phone. */
export function DraftActs({ acts, isBusy }: DraftActsProps) {
  const t = useTranslations("approvals");
  return (
    <footer className="flex flex-wrap items-center gap-1.5 border-t bg-background px-3 py-2 max-md:grid max-md:grid-cols-4">
      <Button
        className="max-md:order-last max-md:col-span-4 max-md:h-12 max-md:text-base"
        disabled={isBusy}
        onClick={acts.approve}
      >
        <Check aria-hidden /> {t("acts.approve")}
        <Keys shortcut="a" className="opacity-80 max-md:hidden" />
      </Button>
      {OTHERS.map(({ name, icon: Icon, key }) => (
        <Button
          key={name}
          variant={name === "discard" ? "outline" : "ghost"}
          disabled={isBusy}
          isBusy={name === "regenerate" && isBusy}
          onClick={acts.open(name)}
          aria-keyshortcuts={key.toUpperCase()}
          title={t("withKey", { act: t(`acts.${name}`), key: key.toUpperCase() })}
          className="px-2.5 max-md:grid max-md:h-13 max-md:content-center max-md:justify-items-center max-md:gap-0.5 max-md:px-1 max-md:text-xs"
        >
          <Icon aria-hidden /> {t(`acts.${name}`)}
        </Button>
      ))}
    </footer>
  );
}
