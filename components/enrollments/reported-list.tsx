"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { refusalOf } from "@/components/sequences/refusal";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { listReportedAction } from "@/lib/enrollments/actions";
import type { Audience } from "@/lib/enrollments/schema";

type ReportedListProps = {
  account: string;
  sequenceId: string;
  audience: Audience;
  /** `enrollable`, `existing` or a refusal. */
  verdict: string;
  other: string | null;
};

/** The contacts behind one number of the report. */
export function ReportedList({ account, sequenceId, audience, verdict, other }: ReportedListProps) {
  const t = useTranslations("enrollments.enroll");
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ["reported", account, sequenceId, audience, verdict, other],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam: after }) => {
      const wish = { account, sequenceId, audience, verdict, other: other ?? undefined, after };
      const answer = await listReportedAction(wish);
      if (!answer?.data) throw new Error(refusalOf(answer) ?? "");
      return answer.data;
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  if (error) return <p role="alert">{error.message}</p>;
  return (
    <div className="grid max-h-48 gap-1 overflow-y-auto border-l pl-3">
      <ul className="grid gap-0.5">
        {rows.map((row) => (
          <li key={`${row.contactId} ${row.enrollmentId} ${row.about}`} className="truncate">
            <Link className="link" href={`/${account}/contacts/${row.contactId}`}>
              {row.name}
            </Link>
            {row.about && <span className="text-muted-foreground"> {row.about}</span>}
          </li>
        ))}
      </ul>
      {(hasNextPage || isFetching) && (
        <Button
          size="sm"
          variant="link"
          className="justify-self-start"
          isBusy={isFetching}
          onClick={() => void fetchNextPage()}
        >
          {t("showMore")}
        </Button>
      )}
    </div>
  );
}
