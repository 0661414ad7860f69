"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import {
  Sheet,
  SheetBody,
  SheetContent,
  SheetDescription,
  SheetHeader,
  SheetTitle,
} from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { RunHead } from "./run-head";
import { Timeline } from "./timeline";
import { useTimeline } from "./timeline-query";

type TimelineSheetProps = {
  account: string;
  runId: string | null;
  canManage: boolean;
  /** The rows of the list, which the arrows walk. */
  neighbours: string[];
  onShow: (id: string | null) => void;
};

/** The timeline of one run beside the list, which stays usable. */
export function TimelineSheet({ account, runId, canManage, neighbours, onShow }: TimelineSheetProps) {
  const t = useTranslations("enrollments");
  const { data, error, older } = useTimeline(account, runId);
  const place = neighbours.indexOf(runId ?? "");
  const above = place > 0 ? neighbours[place - 1] : undefined;
  const below = place >= 0 ? neighbours[place + 1] : undefined;
  const walk = (event: KeyboardEvent) => {
    const target = event.key === "ArrowUp" ? above : event.key === "ArrowDown" ? below : undefined;
    if (!target) return;
    event.preventDefault();
    onShow(target);
  };

  return (
    <Sheet open={runId !== null} onOpenChange={(open) => !open && onShow(null)} modal={false}>
      <SheetContent
        hasOverlay={false}
        onKeyDown={walk}
        // Another row of the list opens that row; it must not close the panel first.
        onInteractOutside={(event) => event.preventDefault()}
      >
        <SheetHeader>
          <SheetTitle>{data?.run.contactName ?? t("timeline.title")}</SheetTitle>
          <SheetDescription>
            {data ? `${data.run.sequenceName}, v${data.run.versionNumber}` : t("timeline.title")}
          </SheetDescription>
        </SheetHeader>
        <div className="absolute top-3 right-12 flex">
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t("previousRun")}
            disabled={!above}
            onClick={() => above && onShow(above)}
          >
            <ChevronUp aria-hidden />
          </Button>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t("nextRun")}
            disabled={!below}
            onClick={() => below && onShow(below)}
          >
            <ChevronDown aria-hidden />
          </Button>
        </div>
        <SheetBody className="grid content-start gap-5">
          {error && !data && <p role="alert">{error.message}</p>}
          {!data && !error && <Skeleton className="h-40" />}
          {data && <RunHead account={account} timeline={data} canManage={canManage} />}
          {data && <Timeline timeline={data} older={older} />}
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
}
