import { guessMapping } from "./columns";
import { isProblem } from "./problems";
import { readCsv } from "./records";
import type { ImportStart } from "./report";

const SAMPLES = 5;

/** Reads the header and the first rows of a file, of which the first part is enough. Throws AppError `invalid`. */
export async function inspectCsv(body: AsyncIterable<Uint8Array>): Promise<ImportStart> {
  const file = await readCsv(body);
  const samples: string[][] = [];
  for await (const row of file.rows) {
    if (!isProblem(row)) samples.push(row.cells);
    if (samples.length === SAMPLES) break;
  }
  return { columns: file.columns, guess: guessMapping(file.columns), samples };
}
