"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { refusalOf } from "@/components/sequences/refusal";
import { FieldError } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import { previewActAction } from "@/lib/enrollments/actions";
import type { ActPreview, ShownNext } from "@/lib/enrollments/preview-act";
import type { AskedAct } from "@/lib/enrollments/schema";
import { shownTime } from "./shown-data";

type ActPreviewViewProps = { account: string; ids: string[]; act: AskedAct };

/** What an act would do, run by run: the next message and its moment, before and after. */
export function ActPreviewView({ account, ids, act }: ActPreviewViewProps) {
  const { data, error } = useQuery({
    queryKey: ["act-preview", account, ids, act],
    queryFn: async () => {
      const answer = await previewActAction({ account, ids, act });
      if (!answer?.data) throw new Error(refusalOf(answer) ?? "");
      return answer.data;
    },
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (error) return <FieldError>{error.message}</FieldError>;
  if (!data) return <Skeleton className="h-16" />;
  return <Preview preview={data} />;
}

function Preview({ preview }: { preview: ActPreview }) {
  const t = useTranslations("enrollments.act");
  const locale = useLocale();
  const time = (at: string) => shownTime(at, locale, preview.timeZone);
  const { changed, unchanged, repeated, from, until } = preview;
  const isOne = changed + unchanged === 1;
  return (
    <div role="status" className="grid gap-2 rounded-md border px-3 py-2.5">
      {!isOne && <p className="font-medium">{t("changes", { count: changed })}</p>}
      {unchanged > 0 && <p className="text-muted-foreground">{t("unchanged", { count: unchanged })}</p>}
      {repeated > 0 && (
        <p className="text-amber">{isOne ? t("repeatedOne") : t("repeated", { count: repeated })}</p>
      )}
      {!isOne && from && until && (
        <p className="text-muted-foreground">{t("between", { from: time(from), until: time(until) })}</p>
      )}
      <EffectList preview={preview} />
    </div>
  );
}

/** Run by run what comes next, before and after. */
export function EffectList({ preview: { changed, unchanged, runs, timeZone } }: { preview: ActPreview }) {
  const t = useTranslations("enrollments.act");
  const locale = useLocale();
  const time = (at: string) => shownTime(at, locale, timeZone);
  const isOne = changed + unchanged === 1;
  return (
    <ul aria-label={t("effect")} className="grid max-h-56 gap-1.5 overflow-y-auto">
      {runs.map(
        (run) =>
          run.after && (
            <li key={run.id} className="grid">
              {!isOne && <span className="truncate">{run.contactName}</span>}
              <span className="flex flex-wrap items-center gap-x-1.5 text-muted-foreground">
                <Next next={run.before} time={time} />
                <ArrowRight aria-label={t("becomes")} className="size-3.5" />
                <span className="text-foreground">
                  <Next next={run.after} time={time} />
                </span>
              </span>
            </li>
          ),
      )}
    </ul>
  );
}

function Next({ next, time }: { next: ShownNext; time: (at: string) => string }) {
  const t = useTranslations("enrollments.act.next");
  const reason = useTranslations("status.end");
  switch (next.kind) {
    case "send":
      return t("send", { number: next.stepNumber ?? 0, at: time(next.at) });
    case "end":
      return t("end", { reason: reason.has(next.reason) ? reason(next.reason) : next.reason });
    case "held":
      return t(next.stepNumber ? "held" : "heldDone", { number: next.stepNumber ?? 0 });
  }
}
