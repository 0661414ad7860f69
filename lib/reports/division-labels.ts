import type { SqlTx } from "@/db/client";
import type { SendMode } from "@/lib/core/metrics";
import type { Channel } from "@/lib/core/model";
import { NONE } from "@/lib/sends/schema";
import type { Cell } from "./divisions";
import type { Division, DivisionLabel } from "./schema";
import { readStepNames } from "./step-names";

type Naming = (cell: Cell) => DivisionLabel;

/** How the rows of a division are called; one or two statements for all of them. */
export async function namesOf(tx: SqlTx, by: Division, cells: readonly Cell[]): Promise<Naming> {
  switch (by) {
    case "sequence": {
      const names = await readNames(tx, "sequences", idsOf(cells, "sequence_id"));
      return (cell) => ({ by, name: names.get(text(cell.sequence_id)) ?? null });
    }
    case "assignee": {
      const names = await readNames(tx, "users", idsOf(cells, "assignee_id"));
      return ({ assignee_id: id }) => ({ by, isAssigned: id !== null, name: names.get(text(id)) ?? null });
    }
    case "step":
    case "variant": {
      const names = await readStepNames(tx, cells.map(stepOf));
      return (cell) => {
        const { sequenceId, stepId, variantId } = stepOf(cell);
        const step = names.step(sequenceId, stepId);
        return by === "step" ? { by, ...step } : { by, ...step, letter: names.letter(stepId, variantId) };
      };
    }
    case "channel":
      return (cell) => ({ by, channel: (cell.channel ?? null) as Channel | null });
    case "mode":
      return (cell) => ({ by, mode: text(cell.mode) as SendMode });
    case "entry":
      return (cell) => ({ by, entry: text(cell.entry) });
  }
}

/** What the list of sends is asked for, to show what a row counts. */
export function filterOf(by: Division, cell: Cell): Partial<Record<Division, string>> {
  const or = (value: Cell[keyof Cell]) => (value === null || value === undefined ? NONE : String(value));
  switch (by) {
    case "step":
      return { sequence: text(cell.sequence_id), step: text(cell.step_id) };
    case "variant":
      return { sequence: text(cell.sequence_id), step: text(cell.step_id), variant: or(cell.variant_id) };
    case "sequence":
      return { sequence: text(cell.sequence_id) };
    case "assignee":
      return { assignee: or(cell.assignee_id) };
    case "channel":
      return { channel: or(cell.channel) };
    case "mode":
      return { mode: text(cell.mode) };
    case "entry":
      return { entry: text(cell.entry) };
  }
}

const text = (value: Cell[keyof Cell]): string => String(value ?? "");

const stepOf = (cell: Cell) => ({
  sequenceId: text(cell.sequence_id),
  stepId: text(cell.step_id),
  variantId: text(cell.variant_id ?? cell.step_id),
});

const idsOf = (cells: readonly Cell[], column: "sequence_id" | "assignee_id"): string[] =>
  cells.flatMap((cell) => cell[column] ?? []).map(String);

async function readNames(
  tx: SqlTx,
  table: "sequences" | "users",
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx<{ id: string; name: string }[]>`
    select id, name from ${tx(table)} where id = any(${ids}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
