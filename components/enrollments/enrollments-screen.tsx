"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Pager } from "@/components/contacts/pager";
import { useAddress } from "@/components/contacts/use-address";
import { getJson } from "@/components/sequences/get-json";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { EnrollmentListItem, EnrollmentPage, SequenceOption } from "@/lib/enrollments/data";
import type { SegmentOption } from "./audience-fields";
import { BulkList } from "./bulk-list";
import { EnrollDialog } from "./enroll-dialog";
import { EnrollmentTable } from "./enrollment-table";
import { FilterBar } from "./filter-bar";
import { NoEnrollments } from "./no-enrollments";
import { RefusedList } from "./refused-list";
import { SelectionBar } from "./selection-bar";
import { TimelineSheet } from "./timeline-sheet";
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

const REFRESH_MS = 2_000;
/** What one act takes. */
const MAX_SELECTED = 500;

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
  const [selected, setSelected] = useState<ReadonlyMap<string, EnrollmentListItem>>(new Map());
  const asked = new URLSearchParams(current);
  const openId = asked.get("run");
  const wantsEnroll = asked.has("enroll");
  for (const name of ["run", "enroll", "view"]) asked.delete(name);

  const { data, isError } = useQuery({
    queryKey: ["enrollments", account, asked.toString()],
    queryFn: () => getJson<EnrollmentPage>(`/api/a/${account}/enrollments?${asked}`),
    initialData: initial,
    refetchInterval: REFRESH_MS,
  });

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
  const shownIds = data.rows.map((run) => run.id);
  const shownNow = new Map(data.rows.map((run) => [run.id, run]));
  const chosen = [...selected.values()].map((run) => shownNow.get(run.id) ?? run);
  /** What was chosen on other pages stays chosen. */
  const select = (ids: ReadonlySet<string>) => {
    const others = [...selected].filter(([id]) => !shownNow.has(id));
    const here = [...shownNow].filter(([id]) => ids.has(id));
    setSelected(new Map([...others, ...here].slice(0, MAX_SELECTED)));
  };

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
          {canManage && chosen.length > 0 && (
            <SelectionBar
              account={account}
              runs={chosen}
              hasShortcuts={openId === null}
              onClear={() => setSelected(new Map())}
            />
          )}
          {data.rows.length === 0 ? (
            <NoEnrollments
              isFiltered={asked.size > 0}
              onEnroll={canBulk ? () => show({ enroll: "" }) : undefined}
            />
          ) : (
            <EnrollmentTable
              runs={data.rows}
              timeZone={timeZone}
              openId={openId}
              onOpen={(id) => show({ run: id === openId ? null : id })}
              selected={canManage ? new Set(selected.keys()) : null}
              onSelect={select}
            />
          )}
          {isError && <p className="px-4 py-2 text-muted-foreground text-xs md:px-6">{t("stale")}</p>}
          <Pager count={data.count} next={data.next} previous={data.previous} />
        </>
      )}
      <TimelineSheet
        account={account}
        runId={openId}
        canManage={canManage}
        neighbours={shownIds}
        onShow={(id) => show({ run: id })}
      />
      {canBulk && (
        <EnrollDialog
          account={account}
          sequences={sequences}
          segments={segments}
          sequenceId={sequenceToPropose(asked.get("sequence"), sequences)}
          isOpen={wantsEnroll}
          onClose={() => show({ enroll: null })}
          onEnrolled={refresh}
        />
      )}
    </>
  );
}

const sequenceToPropose = (filtered: string | null, sequences: SequenceOption[]) =>
  sequences.find((sequence) => sequence.id === filtered && sequence.isEnrollable)?.id;
