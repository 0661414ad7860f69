import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { ChartFrame } from "./chart-frame";
import { columnLabels, type HeatLevel, LEVELS, levelOf } from "./heat-levels";
import { TableBehind } from "./table-behind";
import { ValueReader } from "./value-reader";

type HeatValue = {
  /** Null where there is nothing; then `say` is what stands in the table. */
  value: number | null;
  say: ReactNode;
  /** Too few cases: drawn as a frame, not as a colour. */
  isFew?: boolean;
};

type HeatMapProps = {
  title: string;
  isTitleHidden?: boolean;
  summary: string;
  /** What a value is, at the head of the table and beside the pointer. */
  caption: string;
  /** Of the columns: "Hour". */
  head: string;
  rows: readonly string[];
  columns: readonly string[];
  /** By row, then column. */
  cells: readonly (readonly HeatValue[])[];
  note?: ReactNode;
  aside?: ReactNode;
};

/** Values on a grid: the deeper, the more. The table behind it has a row for each column, as pages are higher than wide. */
export function HeatMap({ caption, head, rows, columns, cells, note, ...props }: HeatMapProps) {
  const tableId = useId();
  const most = Math.max(0, ...cells.flat().map(({ value, isFew }) => (isFew ? 0 : (value ?? 0))));
  return (
    <ChartFrame
      {...props}
      table={
        <HeatTable id={tableId} caption={caption} head={head} rows={rows} columns={columns} cells={cells} />
      }
    >
      <div className="grid grid-cols-[2.75rem_minmax(0,1fr)] text-2xs text-muted-foreground">
        <div aria-hidden className="grid" style={{ gridTemplateRows: `repeat(${rows.length}, 1fr)` }}>
          {rows.map((row) => (
            <span key={row} className="flex items-center">
              {row}
            </span>
          ))}
        </div>
        <ValueReader
          label={props.title}
          tableId={tableId}
          columns={columns.length}
          rows={rows.length}
          isBanded
          start={0}
          startText={`${rows[0]} ${columns[0]}`}
        >
          <div
            aria-hidden
            className="grid gap-px"
            style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` }}
          >
            {cells.flatMap((row, at) =>
              row.map((cell, column) => (
                <Cell
                  key={`${rows[at]} ${columns[column]}`}
                  level={levelOf(cell.value, most)}
                  isFew={cell.isFew}
                />
              )),
            )}
          </div>
        </ValueReader>
        <div
          aria-hidden
          className="col-start-2 grid pt-1"
          style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` }}
        >
          {columnLabels(columns).map(({ name, label }) => (
            <span key={name} className="overflow-visible whitespace-nowrap">
              {label}
            </span>
          ))}
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-muted-foreground text-xs">
        <span>{note}</span>
        <Legend />
      </div>
    </ChartFrame>
  );
}

const LEVEL_CLASSES: Record<HeatLevel, string> = {
  0: "bg-muted",
  1: "bg-primary/20",
  2: "bg-primary/40",
  3: "bg-primary/70",
  4: "bg-primary",
};

function Cell({ level, isFew }: { level: HeatLevel; isFew?: boolean }) {
  return <span className={cn("h-6 rounded-xs", isFew ? "border border-input" : LEVEL_CLASSES[level])} />;
}

function Legend() {
  const t = useTranslations("charts");
  return (
    <span aria-hidden className="flex items-center gap-1">
      {t("less")}
      {LEVELS.map((level) => (
        <span key={level} className={cn("size-3 rounded-xs", LEVEL_CLASSES[level])} />
      ))}
      {t("more")}
    </span>
  );
}

function HeatTable({
  id,
  caption,
  head,
  rows,
  columns,
  cells,
}: Pick<HeatMapProps, "caption" | "head" | "rows" | "columns" | "cells"> & { id: string }) {
  return (
    <TableBehind>
      <Table id={id}>
        <caption className="sr-only">{caption}</caption>
        <TableHeader>
          <TableRow>
            <TableHead>{head}</TableHead>
            {rows.map((row) => (
              <TableHead key={row} className="text-right">
                {row}
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {columns.map((column, at) => (
            <TableRow key={column}>
              <TableHead scope="row" className="text-left text-foreground">
                {column}
              </TableHead>
              {rows.map((row, line) => (
                <TableCell key={row} className="h-8 whitespace-nowrap py-1 text-right">
                  {cells[line]?.[at]?.say}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableBehind>
  );
}
