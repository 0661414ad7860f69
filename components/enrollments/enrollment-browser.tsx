"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { EnrollmentPage, SequenceOption } from "@/lib/enrollments/data";
import { EnrollmentTable } from "./enrollment-table";
import { showInAddress, type useFilterAddress } from "./filter-address";
import { FilterBar } from "./filter-bar";
import { clearedFilter } from "./filter-fields";
import { FilterTotal } from "./filter-total";
import { useKeptPlace } from "./kept-place";
import { NoEnrollments } from "./no-enrollments";
import { SelectionBar } from "./selection-bar";
import { TimelineSheet } from "./timeline-sheet";
import { useEnrollments } from "./use-enrollments";
import { useRunCount } from "./use-run-count";
import { useSelectedRuns } from "./use-selected-runs";

type EnrollmentBrowserProps = {
  account: string;
  asked: ReturnType<typeof useFilterAddress>;
  /** Null where the server was not asked for runs, or the address asks for what there is not. */
  initial: EnrollmentPage | null;
  sequences: SequenceOption[];
  timeZone: string;
  canManage: boolean;
  canBulk: boolean;
  onEnroll: (() => void) | undefined;
};

const ORDERS = [
  { name: "newest", sort: null, order: null },
  { name: "oldest", sort: "enrolled", order: "asc" },
  { name: "soonest", sort: "next", order: null },
  { name: "ended", sort: "ended", order: null },
] as const;

/** Every run that the filters match, as far as it is scrolled; one of them beside it, and acts on many. */
export function EnrollmentBrowser({
  account,
  asked,
  initial,
  sequences,
  timeZone,
  canManage,
  canBulk,
  onEnroll,
}: EnrollmentBrowserProps) {
  const t = useTranslations("enrollments");
  const { query, filter, sort, order, change, address } = asked;
  const list = useEnrollments(account, query, initial);
  const count = useRunCount(account, query);
  const selection = useSelectedRuns(query, list.rows);
  const openId = address.get("run");
  const ids = useMemo(() => list.rows.map(({ id }) => id), [list.rows]);
  useKeptPlace();
  useTopOfOther(query);
  useCommands(
    ORDERS.map(({ name, ...by }) => ({
      id: `order-${name}`,
      label: t(`orders.${name}`),
      run: () => change(by),
    })),
  );
  const isSelecting = selection.isAll || selection.runs.length > 0;

  return (
    <>
      <FilterBar account={account} asked={asked} sequences={sequences} timeZone={timeZone}>
        <FilterTotal
          account={account}
          query={query}
          count={count}
          membersAt={list.membersAt}
          timeZone={timeZone}
        />
      </FilterBar>
      {list.rows.length > 0 ? (
        <EnrollmentTable
          runs={list.rows}
          count={count}
          order={{ sort, order, onChange: change }}
          timeZone={timeZone}
          openId={openId}
          onOpen={(id) => showInAddress({ run: id === openId ? null : id })}
          selection={canManage ? selection : null}
          isReading={list.isReading}
          more={list.more}
          isMoreFailed={list.isMoreFailed}
          onShow={list.show}
        />
      ) : list.isReading && !list.isError ? (
        <Skeleton className="mx-4 h-64 md:mx-6" />
      ) : list.isError ? (
        <p role="alert" className="flex flex-wrap items-center gap-2 px-4 py-6 md:px-6">
          {list.refusal ?? t("failed")}
          <Button size="sm" variant="outline" onClick={() => change(clearedFilter)}>
            {t("empty.clear")}
          </Button>
        </p>
      ) : (
        <NoEnrollments
          isFiltered={Object.keys(filter).length > 0}
          onClear={() => change(clearedFilter)}
          onEnroll={onEnroll}
        />
      )}
      {list.isError && list.rows.length > 0 && (
        <p className="px-4 py-2 text-muted-foreground text-xs md:px-6">{t("stale")}</p>
      )}
      {canManage && isSelecting && (
        <SelectionBar
          account={account}
          runs={selection.runs}
          isAll={selection.isAll}
          count={count}
          offersAll={
            canBulk && selection.isSwept && (list.hasMore || list.rows.length > selection.runs.length)
          }
          filter={filter}
          exampleId={list.rows[0]?.id ?? ""}
          hasShortcuts={openId === null}
          onSelectAll={selection.selectAll}
          onClear={selection.clear}
        />
      )}
      <TimelineSheet
        account={account}
        runId={openId}
        canManage={canManage}
        neighbours={ids}
        onShow={(id) => showInAddress({ run: id })}
      />
    </>
  );
}

/** Another list begins at its top. */
function useTopOfOther(query: string) {
  const before = useRef(query);
  useEffect(() => {
    if (before.current === query) return;
    before.current = query;
    window.scrollTo(0, 0);
  }, [query]);
}
