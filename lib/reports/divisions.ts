import type { PendingQuery, Row } from "postgres";
import type { SqlTx } from "@/db/client";
import type { Division } from "./schema";

/** What sends and conversions can be divided by. */
export type SendColumn =
  | ("day" | "weekday" | "hour")
  | ("sequence_id" | "step_id" | "variant_id")
  | ("channel" | "mode" | "assignee_id" | "entry");

/** A row's place in a division: what each column holds there. */
export type Cell = Partial<Record<SendColumn, string | number | null>>;

export const COLUMNS_OF: Record<Division, readonly SendColumn[]> = {
  sequence: ["sequence_id"],
  step: ["sequence_id", "step_id"],
  channel: ["channel"],
  variant: ["sequence_id", "step_id", "variant_id"],
  mode: ["mode"],
  assignee: ["assignee_id"],
  entry: ["entry"],
};

/** The columns of rows that have an instant, as the answer names them. */
export const columnsAt = (tx: SqlTx, columns: readonly SendColumn[], moment: string, zone: string) =>
  list(
    tx,
    columns.map((column) => {
      const local = tx`(${tx.unsafe(moment)} at time zone ${zone})`;
      if (column === "day") return tx`${local}::date as day`;
      if (column === "weekday") return tx`extract(isodow from ${local})::int as weekday`;
      if (column === "hour") return tx`extract(hour from ${local})::int as hour`;
      return tx.unsafe(column);
    }),
  );

/** The same of rows that have a day. */
export const columnsOfDay = (tx: SqlTx, columns: readonly SendColumn[]) =>
  list(
    tx,
    columns.map((column) => {
      if (column === "weekday") return tx`extract(isodow from day)::int as weekday`;
      return column === "hour" ? tx`hour::int as hour` : tx.unsafe(column);
    }),
  );

/** The same of rows that have a month, and where they have an hour one of the week. */
export const columnsOfMonth = (tx: SqlTx, columns: readonly SendColumn[]) =>
  list(
    tx,
    columns.map((column) => {
      if (column === "weekday") return tx`hour::int / 24 as weekday`;
      return column === "hour" ? tx`hour::int % 24 as hour` : tx.unsafe(column);
    }),
  );

/** The columns of what was made by one of these, as text where they are days. */
export const columnsRead = (tx: SqlTx, columns: readonly SendColumn[]) =>
  list(
    tx,
    columns.map((column) => (column === "day" ? tx`day::text as day` : tx.unsafe(column))),
  );

type Sql = PendingQuery<Row[]>;

const list = (tx: SqlTx, parts: Sql[]): Sql =>
  parts.reduce((all, one, n) => (n === 0 ? one : tx`${all}, ${one}`), tx``);
