"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { getJson } from "@/components/sequences/get-json";
import { FieldError } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import type { MergePreview } from "@/lib/contacts/merge/preview";

type MergeEffectsProps = {
  account: string;
  survivorId: string;
  loserId: string;
  onReady: (isReady: boolean) => void;
};

/** What the merge would do now, in sentences. */
export function MergeEffects({ account, survivorId, loserId, onReady }: MergeEffectsProps) {
  const t = useTranslations("contacts.merge");
  const { data, error } = useQuery({
    queryKey: ["merge-preview", account, survivorId, loserId],
    queryFn: () => getJson<MergePreview>(`/api/a/${account}/contacts/${survivorId}/merge?with=${loserId}`),
    retry: false,
    staleTime: 0,
  });
  const isReady = data !== undefined;
  useEffect(() => onReady(isReady), [isReady, onReady]);
  const sentences = useSentences(data);
  if (error) return <FieldError>{error.message}</FieldError>;
  return (
    <section aria-label={t("willHappen")} className="grid gap-1.5 rounded-md border bg-muted p-3">
      <h3 className="font-medium">{t("willHappen")}</h3>
      {data ? (
        <ul className="grid list-disc gap-1 pl-4" aria-live="polite">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <Skeleton className="h-20" />
      )}
    </section>
  );
}

function useSentences(data: MergePreview | undefined): string[] {
  const t = useTranslations("contacts.merge");
  const channel = useTranslations("status.channel");
  const everything = useTranslations("contacts.timeline")("everything");
  if (!data) return [];
  const { names, addresses, threads, records, runs, superseded, optedOut, isBlocked } = data;
  const list = optedOut.map((one) => (one === "all" ? everything : channel(one))).join(", ");
  const ending = [...new Set(superseded.map(({ sequenceName }) => sequenceName))];
  return [
    t("into", names),
    ...(addresses.length > 0 ? [t("addresses", { list: addresses.join(", ") })] : []),
    ...(threads.moved + threads.joined > 0 ? [t("threads", threads)] : []),
    ...(records > 0 ? [t("records", { count: records })] : []),
    ...(runs > 0 ? [t("runs", { count: runs })] : []),
    ...ending.map((name) => t("superseded", { name })),
    ...(optedOut.length > 0 ? [t("optedOut", { list })] : []),
    ...(isBlocked ? [t("blocked")] : []),
  ];
}
