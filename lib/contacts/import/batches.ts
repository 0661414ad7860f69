import type { Problem } from "./problems";
import type { CsvRecord } from "./records";

const BATCH_ROWS = 1_000;

/** The rows of a file, a thousand at a time. */
export async function* batchesOf(rows: AsyncGenerator<CsvRecord | Problem>) {
  let batch: (CsvRecord | Problem)[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length === BATCH_ROWS) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
