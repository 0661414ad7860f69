"use client";

import { ArrowRightLeft, CalendarClock, MoreHorizontal, Pause, Play, Send, Square } from "lucide-react";
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
import type { EnrollmentStatus } from "@/lib/core/model";
import { ActDialog } from "./act-dialog";
import type { ActKind } from "./act-fields";

export const ACT_LOOK = {
  pause: { icon: Pause, shortcut: "p" },
  resume: { icon: Play, shortcut: "u" },
  send_now: { icon: Send, shortcut: "s" },
  move: { icon: ArrowRightLeft, shortcut: "m" },
  reschedule: { icon: CalendarClock, shortcut: "d" },
  stop: { icon: Square, shortcut: "shift+x" },
} as const;

/** What stands on its own; the others are in the menu. */
export const ACTS_IN_SIGHT: ActKind[] = ["pause", "resume", "send_now", "stop"];

type RunActsProps = {
  account: string;
  runs: { id: string; status: EnrollmentStatus }[];
  onActed?: () => void;
  /** Whether the acts are offered by key and in the palette, too: for one place of a screen at a time. */
  hasShortcuts?: boolean;
};

/** What a person may do with these runs; an act that would change none of them is not offered. */
export function RunActs({ account, runs, onActed, hasShortcuts = false }: RunActsProps) {
  const t = useTranslations("enrollments.acts");
  const [opened, setOpened] = useState<ActKind | null>(null);
  const has = (status: EnrollmentStatus) => runs.some((run) => run.status === status);
  const isLive = has("active") || has("paused");
  const offered = (Object.keys(ACT_LOOK) as ActKind[]).filter((kind) => {
    if (kind === "pause" || kind === "send_now") return has("active");
    return kind === "resume" ? has("paused") : isLive;
  });
  useCommands(
    hasShortcuts
      ? offered.map((kind) => ({
          id: `run-${kind}`,
          label: t(kind),
          shortcut: ACT_LOOK[kind].shortcut,
          icon: ACT_LOOK[kind].icon,
          run: () => setOpened(kind),
        }))
      : [],
  );
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
              <Icon aria-hidden /> {t(kind)}
            </Button>
          );
        })}
      {inMenu.length > 0 && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button size="icon-sm" variant="outline" aria-label={t("more")}>
              <MoreHorizontal aria-hidden />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            {inMenu.map((kind) => {
              const Icon = ACT_LOOK[kind].icon;
              return (
                <DropdownMenuItem key={kind} onSelect={() => setOpened(kind)}>
                  <Icon aria-hidden /> {t(kind)}
                </DropdownMenuItem>
              );
            })}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
      {opened && (
        <ActDialog
          account={account}
          kind={opened}
          ids={runs.map((run) => run.id)}
          onClose={() => setOpened(null)}
          onActed={onActed}
        />
      )}
    </>
  );
}
