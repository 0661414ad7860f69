"use client";

import { AlarmClock, CircleCheck, PencilLine, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "@/components/conversations/channel-icon";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DraftListItem } from "@/lib/approvals/schema";
import { marksToPlain } from "@/lib/core/marks";
import { useWhyWords } from "./use-why-words";

type DraftRowProps = {
  row: DraftListItem;
  userId: string;
  isShown: boolean;
  /** Words of one's own wait in it. */
  hasEdit: boolean;
  onShow: () => void;
  /** Null where it cannot be approved together with others. */
  onTick: ((isTicked: boolean) => void) | null;
  isTicked: boolean;
};

export function DraftRow({ row, userId, isShown, hasEdit, onShow, onTick, isTicked }: DraftRowProps) {
  const t = useTranslations("approvals");
  const why = useWhyWords();
  const excerpt = marksToPlain(row.excerpt).replace(/\s+/g, " ").trim() || t("noText");
  return (
    <li
      data-draft={row.id}
      className={cn(
        "relative flex border-b hover:bg-muted",
        isShown && "bg-primary-soft hover:bg-primary-soft",
      )}
    >
      <span className="grid w-8 shrink-0 justify-items-center pt-3 pl-1.5">
        {onTick && (
          <Checkbox
            aria-label={t("select", { name: row.contactName })}
            checked={isTicked}
            onCheckedChange={(checked) => onTick(checked === true)}
            className="z-10"
          />
        )}
      </span>
      <button
        type="button"
        aria-current={isShown ? "true" : undefined}
        onClick={onShow}
        className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-0.5 py-2.5 pr-3 pl-1 text-left focus-visible:outline-offset-[-2px]"
      >
        <span className="flex items-center gap-1.5">
          <ChannelIcon channel={row.channel} className="text-muted-foreground" />
          <span className="min-w-0 flex-1 truncate font-medium">{row.contactName}</span>
          <Checks row={row} />
        </span>
        <span className="truncate text-muted-foreground text-xs">
          {row.stepNumber === null
            ? row.sequenceName
            : t("stepOf", { sequence: row.sequenceName, number: row.stepNumber })}
        </span>
        <span className="truncate text-xs">{excerpt}</span>
        <span className="flex min-h-4 items-center gap-2 text-muted-foreground text-xs">
          <span className={cn("min-w-0 truncate", row.why.code === "returned" && "font-medium text-amber")}>
            {row.verdict === "open" ? why.short(row.why) : t(`verdict.${row.verdict}`)}
          </span>
          {hasEdit && (
            <span role="img" aria-label={t("hasEdit")} title={t("hasEdit")} className="shrink-0 text-primary">
              <PencilLine aria-hidden className="size-3" />
            </span>
          )}
          <span className="ml-auto flex shrink-0 items-center gap-1.5">
            {row.assigneeId && row.assigneeId !== userId && (
              <span className="max-w-20 truncate">{row.assigneeName}</span>
            )}
            <RowTime row={row} />
          </span>
        </span>
      </button>
    </li>
  );
}

function Checks({ row: { findingCount, verdict } }: { row: DraftListItem }) {
  const t = useTranslations("approvals");
  if (verdict !== "open") return null;
  const words = t("findingCount", { count: findingCount });
  return findingCount === 0 ? (
    <span role="img" aria-label={words} title={words} className="shrink-0 text-green">
      <CircleCheck aria-hidden className="size-3.5" />
    </span>
  ) : (
    <span title={words} className="inline-flex shrink-0 items-center gap-0.5 text-amber text-xs">
      <TriangleAlert aria-hidden className="size-3.5" />
      <span aria-hidden>{findingCount}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

/** When it sleeps until, was decided, or is due. */
function RowTime({ row }: { row: DraftListItem }) {
  const t = useTranslations("approvals");
  if (row.verdict !== "open") return row.decidedAt && <RelativeTime at={row.decidedAt} />;
  if (row.snoozedUntil) {
    return (
      <span className="inline-flex items-center gap-1">
        <AlarmClock aria-label={t("sleepsUntil")} className="size-3" />
        <RelativeTime at={row.snoozedUntil} />
      </span>
    );
  }
  return (
    <span className="inline-flex items-center gap-1">
      <span>{t("due")}</span>
      <RelativeTime at={row.dueAt} />
    </span>
  );
}
