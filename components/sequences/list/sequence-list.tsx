"use client";

import { useQuery } from "@tanstack/react-query";
import { Waypoints } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLive } from "@/components/shell/use-live";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Hint } from "@/components/ui/tooltip";
import { RATE_SAMPLE, SENDS_DAYS } from "@/lib/sequences/limits";
import type { DaySends, ListFilter, SequenceRow } from "@/lib/sequences/schema";
import { getJson } from "../get-json";
import { queryOf } from "./list-address";
import { NewSequenceButton } from "./new-sequence-button";
import { ListRow } from "./sequence-row";

type SequenceListProps = {
  account: string;
  filter: ListFilter;
  initialRows: SequenceRow[];
  canManage: boolean;
};

/** Counting runs costs more than reading one row; nobody watches the list that closely. */
const REFRESH_SECONDS = 4;

export function SequenceList({ account, filter, initialRows, canManage }: SequenceListProps) {
  const t = useTranslations("sequences");
  const rows = useLive(account, `sequences${queryOf(filter)}`, initialRows, REFRESH_SECONDS);
  // Two weeks change slowly, and cost more to count.
  const { data: sends } = useQuery({
    queryKey: ["sequence-sends", account],
    queryFn: () => getJson<Record<string, DaySends>>(`/api/a/${account}/sequences/sends`),
    staleTime: 60_000,
    retry: false,
  });

  if (rows.length === 0) return <NoSequences account={account} filter={filter} canManage={canManage} />;
  return (
    <Table>
      <TableHeader>
        <TableRow>
          <TableHead>{t("columns.name")}</TableHead>
          <TableHead>{t("columns.state")}</TableHead>
          <TableHead className="max-lg:hidden">{t("columns.starts")}</TableHead>
          <TableHead className="text-right max-2xl:hidden">{t("columns.steps")}</TableHead>
          <TableHead className="max-2xl:hidden">{t("columns.channels")}</TableHead>
          <TableHead className="text-right">
            <Explained text={t("inFlightHint")}>{t("columns.inFlight")}</Explained>
          </TableHead>
          <TableHead className="text-right">
            <Explained text={t("repliedHint", { sample: RATE_SAMPLE })}>{t("columns.replied")}</Explained>
          </TableHead>
          <TableHead className="text-right max-sm:hidden">
            <Explained text={t("convertedHint", { sample: RATE_SAMPLE })}>{t("columns.converted")}</Explained>
          </TableHead>
          <TableHead className="max-md:hidden">{t("columns.sends", { days: SENDS_DAYS })}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.published")}</TableHead>
          <TableHead>
            <span className="sr-only">{t("columns.acts")}</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <ListRow key={row.id} account={account} row={row} sends={sends?.[row.id]} canManage={canManage} />
        ))}
      </TableBody>
    </Table>
  );
}

function Explained({ text, children }: { text: string; children: string }) {
  return (
    <Hint text={text}>
      <button type="button" className="cursor-help underline decoration-dotted underline-offset-3">
        {children}
      </button>
    </Hint>
  );
}

function NoSequences({ account, filter, canManage }: Omit<SequenceListProps, "initialRows">) {
  const t = useTranslations("sequences.empty");
  if (filter.status !== "current" || filter.tag !== null) {
    return (
      <EmptyState
        title={t("filtered")}
        action={
          <Link className="link" href={`/${account}/sequences`}>
            {t("showAll")}
          </Link>
        }
      >
        {t("filteredText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Waypoints}
      title={t("title")}
      action={canManage && <NewSequenceButton account={account} />}
    >
      {t("text")}
    </EmptyState>
  );
}
