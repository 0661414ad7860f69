"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { getJson } from "@/components/sequences/get-json";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { TIMELINE_KINDS, type TimelineKind, type TimelinePage } from "@/lib/contacts/schema";
import { TimelineLine } from "./timeline-line";

type ContactTimelineProps = { account: string; contactId: string; timeZone: string };

/** What happened to the contact, newest first, a page at a time. */
export function ContactTimeline({ account, contactId, timeZone }: ContactTimelineProps) {
  const t = useTranslations("contacts.timeline");
  const [kind, setKind] = useState<TimelineKind | "all">("all");
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ["contact-timeline", account, contactId, kind],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams();
      if (kind !== "all") asked.set("kind", kind);
      if (pageParam) asked.set("before", pageParam);
      return getJson<TimelinePage>(`/api/a/${account}/contacts/${contactId}/timeline?${asked}`);
    },
    getNextPageParam: (page) => page.next,
    refetchInterval: 10_000,
  });
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Section
      className="grid-cols-[minmax(0,1fr)]"
      title={t("title")}
      actions={
        <NativeSelect
          aria-label={t("filter")}
          className="w-40"
          value={kind}
          onChange={(event) => setKind(event.target.value as TimelineKind | "all")}
        >
          {(["all", ...TIMELINE_KINDS] as const).map((one) => (
            <option key={one} value={one}>
              {t(`kinds.${one}`)}
            </option>
          ))}
        </NativeSelect>
      }
    >
      {error && <FieldError>{t("failed")}</FieldError>}
      {isPending && <Skeleton className="h-40" />}
      {!isPending && entries.length === 0 && <p className="text-muted-foreground">{t("none")}</p>}
      {entries.length > 0 && (
        <ol className="border-t" aria-label={t("title")}>
          {entries.map((entry) => (
            <li
              key={`${entry.kind} ${entry.what} ${entry.id}`}
              className="flex items-baseline gap-3 border-b py-2"
            >
              <TimelineLine account={account} entry={entry} />
              <span className="ml-auto shrink-0 text-muted-foreground text-xs">
                <RelativeTime at={entry.at} timeZone={timeZone} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {hasNextPage && (
        <Button
          variant="outline"
          size="sm"
          className="justify-self-start"
          isBusy={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t("earlier")}
        </Button>
      )}
    </Section>
  );
}
