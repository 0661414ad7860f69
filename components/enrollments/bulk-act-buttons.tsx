"use client";

import { MoreHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { ActKind } from "./act-fields";
import type { AskedFilter } from "./filter-fields";
import { ACT_LOOK, ACTS_IN_SIGHT } from "./run-acts";

const BulkActDialog = dynamic(() => import("./bulk-act-dialog").then((dialog) => dialog.BulkActDialog), {
  ssr: false,
});

type BulkActButtonsProps = {
  account: string;
  filter: AskedFilter;
  /** One of the runs, whose steps are offered to move to. */
  exampleId: string;
  /** Not while one run is open beside the list: its own acts have the keys then. */
  hasShortcuts: boolean;
  onStarted: () => void;
};

/** What can be done with all runs that match; an act that could change none of them is not offered. */
export function BulkActButtons({ account, filter, exampleId, hasShortcuts, onStarted }: BulkActButtonsProps) {
  const t = useTranslations("enrollments");
  const [opened, setOpened] = useState<ActKind | null>(null);
  const offered = (Object.keys(ACT_LOOK) as ActKind[]).filter((kind) => isOffered(kind, filter));
  useCommands(
    hasShortcuts
      ? offered.map((kind) => ({
          id: `all-${kind}`,
          label: t(`acts.${kind}`),
          shortcut: ACT_LOOK[kind].shortcut,
          icon: ACT_LOOK[kind].icon,
          run: () => setOpened(kind),
        }))
      : [],
  );
  if (offered.length === 0) return <p className="text-muted-foreground text-xs">{t("onMany.allEnded")}</p>;
  const inMenu = offered.filter((kind) => !ACTS_IN_SIGHT.includes(kind));
  return (
    <>
      {offered
        .filter((kind) => ACTS_IN_SIGHT.includes(kind))
        .map((kind) => {
          const Icon = ACT_LOOK[kind].icon;
          return (
            <Button
              key={kind}
              size="sm"
              variant={kind === "stop" ? "destructive" : "outline"}
              onClick={() => setOpened(kind)}
            >
              <Icon aria-hidden /> {t(`acts.${kind}`)}
            </Button>
          );
        })}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button size="icon-sm" variant="outline" aria-label={t("acts.more")}>
            <MoreHorizontal aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {inMenu.map((kind) => {
            const Icon = ACT_LOOK[kind].icon;
            return (
              <DropdownMenuItem key={kind} onSelect={() => setOpened(kind)}>
                <Icon aria-hidden /> {t(`acts.${kind}`)}
              </DropdownMenuItem>
            );
          })}
        </DropdownMenuContent>
      </DropdownMenu>
      {opened && (
        <BulkActDialog
          account={account}
          kind={opened}
          filter={filter}
          exampleId={exampleId}
          onClose={() => setOpened(null)}
          onStarted={onStarted}
        />
      )}
    </>
  );
}

function isOffered(kind: ActKind, { status, reason, sequence }: AskedFilter): boolean {
  if (status === "ended" || reason) return false;
  // A step is one of a sequence's.
  if (kind === "move") return sequence !== undefined;
  if (kind === "pause" || kind === "send_now") return status !== "paused";
  return kind !== "resume" || status !== "active";
}
