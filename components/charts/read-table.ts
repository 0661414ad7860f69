export type Reading = { head: string; values: { name: string; text: string }[]; text: string };

/** A row of a chart's table: its head and each value under its column's name. */
export function readRow(tableId: string, row: number): Reading | null {
  const table = tableOf(tableId);
  const cells = cellsOf(table?.tBodies[0]?.rows[row]);
  const names = cellsOf(table?.tHead?.rows[0]);
  const [head, ...texts] = cells;
  if (head === undefined) return null;
  return readingOf(
    head,
    texts.map((text, at) => ({ name: names[at + 1] ?? "", text })),
  );
}

/** One cell of a chart's table, with the heads of its row and column. */
export function readCell(tableId: string, row: number, column: number): Reading | null {
  const table = tableOf(tableId);
  const cells = cellsOf(table?.tBodies[0]?.rows[row]);
  const name = cellsOf(table?.tHead?.rows[0])[column + 1];
  const text = cells[column + 1];
  if (text === undefined) return null;
  return readingOf(`${name} ${cells[0]}`, [{ name: table?.caption?.textContent ?? "", text }]);
}

function tableOf(id: string): HTMLTableElement | null {
  const found = document.getElementById(id);
  return found instanceof HTMLTableElement ? found : null;
}

const cellsOf = (row: HTMLTableRowElement | undefined): string[] =>
  [...(row?.cells ?? [])].map(({ textContent }) => textContent.trim());

const readingOf = (head: string, values: Reading["values"]): Reading => ({
  head,
  values,
  text: `${head}: ${values.map(({ name, text }) => `${name} ${text}`).join(", ")}`,
});
