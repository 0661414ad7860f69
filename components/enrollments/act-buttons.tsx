"use client";

import { ArrowRightLeft, CalendarClock, MoreHorizontal, Pause, Play, Send, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { ActKind } from "./act-fields";

const ACT_LOOK = {
  pause: { icon: Pause, shortcut: "p" },
  resume: { icon: Play, shortcut: "u" },
  send_now: { icon: Send, shortcut: "s" },
  move: { icon: ArrowRightLeft, shortcut: "m" },
  reschedule: { icon: CalendarClock, shortcut: "d" },
  stop: { icon: Square, shortcut: "shift+x" },
} as const;

/** What stands on its own; the others are in the menu. */
const IN_SIGHT: ActKind[] = ["pause", "resume", "send_now", "stop"];

type ActButtonsProps = {
  isOffered: (kind: ActKind) => boolean;
  /** Whether the acts are offered by key and in the palette, too: for one place of a screen at a time. */
  hasShortcuts: boolean;
  /** Tells the commands of this place from those of another one. */
  place: "run" | "all";
  /** The dialog in which an act is looked at before it is done. */
  dialog: (kind: ActKind, close: () => void) => ReactNode;
  /** What stands there where no act is offered. */
  nothing?: ReactNode;
};

/** The acts that are offered: the usual ones as buttons, the others in a menu. */
export function ActButtons({ isOffered, hasShortcuts, place, dialog, nothing }: ActButtonsProps) {
  const t = useTranslations("enrollments.acts");
  const [opened, setOpened] = useState<ActKind | null>(null);
  const offered = (Object.keys(ACT_LOOK) as ActKind[]).filter(isOffered);
  useCommands(
    hasShortcuts
      ? offered.map((kind) => ({
          id: `${place}-${kind}`,
          label: t(kind),
          shortcut: ACT_LOOK[kind].shortcut,
          icon: ACT_LOOK[kind].icon,
          run: () => setOpened(kind),
        }))
      : [],
  );
  const inSight = offered.filter((kind) => IN_SIGHT.includes(kind));
  const inMenu = offered.filter((kind) => !IN_SIGHT.includes(kind));
  if (offered.length === 0 && !opened) return nothing ?? null;
  return (
    <>
      {inSight.map((kind) => (
        <Button
          key={kind}
          size="sm"
          variant={kind === "stop" ? "destructive" : "outline"}
          onClick={() => setOpened(kind)}
        >
          <Look kind={kind} />
        </Button>
      ))}
      {inMenu.length > 0 && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button size="icon-sm" variant="outline" aria-label={t("more")}>
              <MoreHorizontal aria-hidden />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            {inMenu.map((kind) => (
              <DropdownMenuItem key={kind} onSelect={() => setOpened(kind)}>
                <Look kind={kind} />
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
      {opened && dialog(opened, () => setOpened(null))}
    </>
  );
}

function Look({ kind }: { kind: ActKind }) {
  const t = useTranslations("enrollments.acts");
  const Icon = ACT_LOOK[kind].icon;
  return (
    <>
      <Icon aria-hidden /> {t(kind)}
    </>
  );
}
