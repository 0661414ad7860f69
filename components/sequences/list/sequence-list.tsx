"use client";

import { Waypoints } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useLive } from "@/components/shell/use-live";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Hint } from "@/components/ui/tooltip";
import { RATE_SAMPLE } from "@/lib/sequences/limits";
import type { ListFilter, SequenceRow } from "@/lib/sequences/schema";
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

  if (rows.length === 0) return <NoSequences account={account} filter={filter} canManage={canManage} />;
  return (
    <Table>
      <TableHeader>
        <TableRow>
          <TableHead>{t("columns.name")}</TableHead>
          <TableHead>{t("columns.state")}</TableHead>
          <TableHead className="text-right max-md:hidden">{t("columns.steps")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.channels")}</TableHead>
          <TableHead className="text-right">
            <Explained text={t("inFlightHint")}>{t("columns.inFlight")}</Explained>
          </TableHead>
          <TableHead className="text-right">
            <Explained text={t("repliedHint", { sample: RATE_SAMPLE })}>{t("columns.replied")}</Explained>
          </TableHead>
          <TableHead className="max-md:hidden">{t("columns.published")}</TableHead>
          <TableHead>
            <span className="sr-only">{t("columns.acts")}</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <ListRow key={row.id} account={account} row={row} canManage={canManage} />
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
