"use client";

import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { refusalOf } from "@/components/sequences/refusal";
import { FieldError } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import { previewBulkActAction } from "@/lib/enrollments/actions";
import type { BulkActPreview, LeftAlone } from "@/lib/enrollments/bulk-act-schema";
import type { AskedAct } from "@/lib/enrollments/schema";
import { EffectList } from "./act-preview";
import { type AskedFilter, asInput } from "./filter-fields";

type Asked = { account: string; filter: AskedFilter; act: AskedAct | null };

/** What an act on all that match would do; asked anew whenever its fields change. */
export const useBulkActPreview = ({ account, filter, act }: Asked) =>
  useQuery({
    queryKey: ["bulk-act-preview", account, filter, act],
    queryFn: async () => {
      if (!act) throw new Error();
      const answer = await previewBulkActAction({ account, act, filter: asInput(filter) });
      if (!answer?.data) throw new Error(refusalOf(answer) ?? "");
      return answer.data;
    },
    enabled: act !== null,
    placeholderData: keepPreviousData,
    retry: false,
    // Runs go on by themselves: what was so a while ago is asked again.
    gcTime: 0,
  });

/** How many would change, how many not and why, and what becomes of some of them. */
export function BulkActOutlook({ preview }: { preview: UseQueryResult<BulkActPreview> }) {
  const t = useTranslations("enrollments.onMany");
  const { data, error } = preview;
  if (error) return <FieldError>{error.message}</FieldError>;
  if (!data) return <Skeleton className="h-24" />;
  const { changed, isOver, leftAlone, sample } = data;
  return (
    <div role="status" className="grid gap-2 rounded-md border px-3 py-2.5">
      <p className="font-medium">
        {isOver ? t("changesOver", { count: changed }) : t("changes", { count: changed })}
      </p>
      <ul className="grid gap-0.5 text-muted-foreground text-xs">
        {Object.entries(leftAlone).map(([why, count]) => (
          <li key={why}>{t(`leftAlone.${why as LeftAlone}`, { count })}</li>
        ))}
      </ul>
      {sample.runs.length > 0 && (
        <>
          <p className="text-muted-foreground text-xs">{t("sample")}</p>
          <EffectList preview={sample} />
        </>
      )}
    </div>
  );
}
