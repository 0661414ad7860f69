import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ChartColumn, ChartSeries } from "./series";
import { TableBehind } from "./table-behind";

type SeriesTableProps = {
  /** The reader of values finds the table by it. */
  id: string;
  caption: string;
  /** What the columns of the chart are: "Day". */
  head: string;
  columns: readonly ChartColumn[];
  series: readonly ChartSeries[];
  say: (value: number | null, series: ChartSeries, column: ChartColumn) => string;
};

/** A row for each column of the chart. What the pointer reads out is read from here. */
export function SeriesTable({ id, caption, head, columns, series, say }: SeriesTableProps) {
  return (
    <TableBehind>
      <Table id={id}>
        <caption className="sr-only">{caption}</caption>
        <TableHeader>
          <TableRow>
            <TableHead>{head}</TableHead>
            {series.map(({ key, name }) => (
              <TableHead key={key} className="text-right">
                {name}
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {columns.map((column, at) => (
            <TableRow key={column.key}>
              <TableHead scope="row" className="text-left text-foreground">
                {column.name}
              </TableHead>
              {series.map((each) => (
                <TableCell key={each.key} className="h-8 py-1 text-right">
                  {say(each.values[at] ?? null, each, column)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableBehind>
  );
}
