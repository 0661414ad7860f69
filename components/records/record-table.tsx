"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Pager } from "@/components/contacts/pager";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { RecordPage } from "@/lib/records/lists";
import type { RecordRow } from "@/lib/records/schema";
import { Amount, Totals } from "./amount";
import { RecordDate } from "./record-date";
import { RecordStatus } from "./record-status";
import type { FrameActs, FrameProps } from "./records-frame";
import { StepMenu } from "./step-menu";

type RecordTableProps = FrameProps & FrameActs & { page: RecordPage; isFiltered: boolean };

const DATE_TERM = { deal: "expectedCloseOn", appointment: "startsAt", charge: "dueOn" } as const;

/** A page of records with their sums; a row opens the panel. */
export function RecordTable({ page, isFiltered, ...props }: RecordTableProps) {
  const t = useTranslations("records");
  const { kind, canManage, add } = props;
  if (page.rows.length === 0)
    return (
      <EmptyState
        title={isFiltered ? t("empty.filtered") : t(`empty.${kind}`)}
        action={
          canManage &&
          !isFiltered && (
            <Button onClick={add}>
              <Plus aria-hidden /> {t(`newOf.${kind}`)}
            </Button>
          )
        }
      >
        {isFiltered ? t("empty.filteredText") : t(`empty.${kind}Text`)}
      </EmptyState>
    );
  return (
    <>
      <p className="px-4 pb-2 text-muted-foreground md:px-6">
        {t("total")} <Totals totals={page.totals} className="font-medium text-foreground" />
      </p>
      <Table aria-label={t(`titles.${kind}s`)}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("columns.title")}</TableHead>
            <TableHead className="max-md:hidden">{t("contact.label")}</TableHead>
            <TableHead>{t("columns.state")}</TableHead>
            <TableHead className="text-right">{t("columns.amount")}</TableHead>
            <TableHead className="max-md:hidden">{t(DATE_TERM[kind])}</TableHead>
            <TableHead className="max-lg:hidden">{t("owner")}</TableHead>
            <TableHead className="max-lg:hidden">{t("columns.runs")}</TableHead>
            <TableHead>
              <span className="sr-only">{t("columns.acts")}</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {page.rows.map((row) => (
            <Row key={row.id} row={row} {...props} />
          ))}
        </TableBody>
      </Table>
      <Pager count={page.count} next={page.next} previous={page.previous} />
    </>
  );
}

type RowProps = Omit<RecordTableProps, "page" | "isFiltered"> & { row: RecordRow };

function Row({ row, account, timeZone, canManage, openId, open, step }: RowProps) {
  const t = useTranslations("records");
  const isOpen = openId === row.id;
  return (
    <TableRow data-state={isOpen ? "selected" : undefined} className="relative">
      <TableCell className="max-w-56">
        {/* The whole row is the button's. */}
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => open(isOpen ? null : row.id)}
          className="block max-w-full truncate text-left font-medium after:absolute after:inset-0 hover:underline"
        >
          {row.title}
        </button>
        <span className="block truncate text-muted-foreground text-xs md:hidden">
          {row.contactName}, <RecordDate row={row} timeZone={timeZone} />
        </span>
      </TableCell>
      <TableCell className="max-w-44 truncate max-md:hidden">
        <Link className="link relative z-10" href={`/${account}/contacts/${row.contactId}`}>
          {row.contactName}
        </Link>
      </TableCell>
      <TableCell>
        <RecordStatus status={row.status} />
        {row.kind === "deal" && row.status === "open" && (
          <span className="block text-muted-foreground text-xs">
            {row.stageName}
            {row.isStalled && `, ${t("stalled")}`}
          </span>
        )}
      </TableCell>
      <TableCell className="whitespace-nowrap text-right tabular-nums">
        <Amount {...row} />
      </TableCell>
      <TableCell className="whitespace-nowrap max-md:hidden">
        <RecordDate row={row} timeZone={timeZone} />
      </TableCell>
      <TableCell className="max-w-36 truncate max-lg:hidden">{row.assigneeName ?? "–"}</TableCell>
      <TableCell className="whitespace-nowrap max-lg:hidden">
        {row.liveRuns > 0 ? t("liveRuns", { count: row.liveRuns }) : "–"}
      </TableCell>
      <TableCell className="w-10 text-right">{canManage && <StepMenu row={row} onStep={step} />}</TableCell>
    </TableRow>
  );
}
