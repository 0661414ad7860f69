import { lineIndex } from "./line-index";
import { isProblem, type Problem } from "./problems";
import type { ContactRow } from "./rows";

/**
 * Remembers every address of the file so far: the first row with it wins, a later one is a problem that names the
 * first one's line. An address is marked by its row only when the row itself is taken.
 */
export function duplicateFinder() {
  const lineOf = lineIndex();
  return (row: ContactRow | Problem): ContactRow | Problem => {
    if (isProblem(row)) return row;
    const keys = row.identities.map(({ kind, value }) => `${kind}:${value}`);
    const first = keys.map((key) => lineOf.get(key)).find((line) => line !== undefined);
    if (first !== undefined) return { line: row.line, code: "duplicate_in_file", data: { first } };
    for (const key of keys) lineOf.add(key, row.line);
    return row;
  };
}
