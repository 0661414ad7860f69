"use client";

import { useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Pager } from "@/components/contacts/pager";
import { useAddress } from "@/components/contacts/use-address";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { EnrollmentPage, SequenceOption } from "@/lib/enrollments/data";
import type { SegmentOption } from "./audience-fields";
import { BulkList } from "./bulk-list";
import { EnrollDialog } from "./enroll-dialog";
import { EnrollmentTable } from "./enrollment-table";
import { FilterBar } from "./filter-bar";
import { NoEnrollments } from "./no-enrollments";
import { RefusedList } from "./refused-list";
import { SelectionBar } from "./selection-bar";
import { TimelineSheet } from "./timeline-sheet";
import { useEnrollments } from "./use-enrollments";
import { useSelectedRuns } from "./use-selected-runs";
import { type EnrollmentView, ViewTabs } from "./view-tabs";

type EnrollmentsScreenProps = {
  account: string;
  initial: EnrollmentPage;
  sequences: SequenceOption[];
  segments: SegmentOption[];
  timeZone: string;
  canManage: boolean;
  canBulk: boolean;
  /** Which of the lists is shown. */
  view: EnrollmentView;
};

export function EnrollmentsScreen({
  account,
  initial,
  sequences,
  segments,
  timeZone,
  canManage,
  canBulk,
  view,
}: EnrollmentsScreenProps) {
  const t = useTranslations("enrollments");
  const router = useRouter();
  const queries = useQueryClient();
  const { current } = useAddress();
  const { page, isReading, isError, isFiltered, sequenceId, filter } = useEnrollments(account, initial);
  const selection = useSelectedRuns(filter, page.rows);
  const openId = current.get("run");

  /** Opening a run or the dialog changes the address only: the list stays where it is. */
  const show = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    window.history.replaceState(null, "", `?${next}`);
  };
  useCommands(
    canBulk
      ? [
          {
            id: "enroll",
            label: t("enroll.open"),
            shortcut: "n",
            icon: UserPlus,
            run: () => show({ enroll: "" }),
          },
        ]
      : [],
  );
  const refresh = () =>
    void queries.invalidateQueries({ queryKey: ["enrollments", account] }).then(() => router.refresh());

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("text")}
        actions={
          canBulk && (
            <Button onClick={() => show({ enroll: "" })}>
              <UserPlus aria-hidden /> {t("enroll.open")}
            </Button>
          )
        }
      />
      <ViewTabs view={view} canBulk={canBulk} />
      {view === "refused" && <RefusedList account={account} sequences={sequences} timeZone={timeZone} />}
      {view === "bulk" && canBulk && <BulkList account={account} />}
      {view === "runs" && (
        <>
          <FilterBar sequences={sequences} />
          {canManage && selection.runs.length > 0 && (
            <SelectionBar
              account={account}
              runs={selection.runs}
              hasShortcuts={openId === null}
              onClear={selection.clear}
            />
          )}
          {page.rows.length === 0 ? (
            <NoEnrollments
              isFiltered={isFiltered}
              onEnroll={canBulk ? () => show({ enroll: "" }) : undefined}
            />
          ) : (
            <EnrollmentTable
              runs={page.rows}
              timeZone={timeZone}
              openId={openId}
              onOpen={(id) => show({ run: id === openId ? null : id })}
              selected={canManage ? selection.ids : null}
              onSelect={selection.select}
              isReading={isReading}
            />
          )}
          {isError && <p className="px-4 py-2 text-muted-foreground text-xs md:px-6">{t("stale")}</p>}
          <Pager count={page.count} next={page.next} previous={page.previous} />
        </>
      )}
      <TimelineSheet
        account={account}
        runId={openId}
        canManage={canManage}
        neighbours={page.rows.map((run) => run.id)}
        onShow={(id) => show({ run: id })}
      />
      {canBulk && (
        <EnrollDialog
          account={account}
          sequences={sequences}
          segments={segments}
          sequenceId={sequenceToPropose(sequenceId, sequences)}
          isOpen={current.has("enroll")}
          onClose={() => show({ enroll: null })}
          onEnrolled={refresh}
        />
      )}
    </>
  );
}

const sequenceToPropose = (filtered: string | null, sequences: SequenceOption[]) =>
  sequences.find((sequence) => sequence.id === filtered && sequence.isEnrollable)?.id;
