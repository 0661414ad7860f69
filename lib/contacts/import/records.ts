import { parse } from "csv-parse/sync";
import { AppError } from "@/lib/errors";
import { type Line, linesOf } from "./lines";
import type { Problem } from "./problems";

export type CsvRecord = { line: number; cells: string[] };
export type CsvFile = {
  columns: string[];
  delimiter: string;
  /** Rows after the header, in order; a row that cannot be read is a problem instead. */
  rows: AsyncGenerator<CsvRecord | Problem>;
};

/** A quoted cell may hold line breaks; one longer than this is a quote that nobody closed. */
const MAX_LINES_PER_RECORD = 100;
const DELIMITERS = [",", ";", "\t", "|"] as const;
/** How many records the parser is given at once: it is an order of magnitude faster than one by one. */
const PARSED_AT_ONCE = 500;

/**
 * Reads a CSV file as it arrives: header first, then rows. The lines are grouped here and parsed by csv-parse, so
 * that a bad quote costs its own line only and every problem has the right line number.
 * Throws AppError `invalid` when there is no header.
 */
export async function readCsv(body: AsyncIterable<Uint8Array>): Promise<CsvFile> {
  const lines = linesOf(body);
  const first = await firstFilled(lines);
  if (!first) throw new AppError("invalid", "csv_empty");

  const delimiter = delimiterOf(first.text);
  const header = parseOne(first.text, delimiter);
  if (!header) throw new AppError("invalid", "csv_header");
  return { columns: header.map((name) => name.trim()), delimiter, rows: rowsOf(lines, delimiter) };
}

async function firstFilled(lines: AsyncGenerator<Line>): Promise<Line | null> {
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    if (next.value.text.trim() !== "") return next.value;
  }
  return null;
}

function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

async function* rowsOf(lines: AsyncGenerator<Line>, delimiter: string): AsyncGenerator<CsvRecord | Problem> {
  let gathered: Line[] = [];
  let open: Line[] = [];
  const take = (line: Line) => {
    if (open.length === 0 && line.text.trim() === "") return;
    open.push(line);
    if (isComplete(open)) {
      gathered.push({ number: open[0]?.number ?? line.number, text: joined(open) });
      open = [];
    }
  };
  const parseGathered = () => {
    const parsed = parseAll(gathered, delimiter);
    gathered = [];
    return parsed;
  };

  for await (const line of lines) {
    take(line);
    if (open.length >= MAX_LINES_PER_RECORD) {
      yield* parseGathered();
      yield* giveUpFirst();
    }
    if (gathered.length >= PARSED_AT_ONCE) yield* parseGathered();
  }
  yield* parseGathered();
  while (open.length > 0) {
    yield* giveUpFirst();
    yield* parseGathered();
  }

  /** The first of the open lines has a quote that nothing closes: it is lost, the others are read afresh. */
  function* giveUpFirst(): Generator<Problem> {
    const [lost, ...others] = open;
    open = [];
    if (lost) yield { line: lost.number, code: "quote_open", data: {} };
    for (const line of others) take(line);
  }
}

const quotesIn = (text: string) => text.split('"').length - 1;
const isComplete = (open: Line[]) => open.reduce((sum, line) => sum + quotesIn(line.text), 0) % 2 === 0;
const joined = (lines: Line[]) => lines.map((line) => line.text).join("\n");

function parseAll(records: Line[], delimiter: string): (CsvRecord | Problem)[] {
  const cells = tryParse(records.map((record) => record.text).join("\n"), delimiter);
  if (cells?.length === records.length) {
    return records.map((record, index) => ({ line: record.number, cells: cells[index] ?? [] }));
  }
  return records.flatMap((record) => parseRecord(record, delimiter));
}

/** Several lines that make no record together are read one by one: only the bad ones are lost. */
function parseRecord(record: Line, delimiter: string): (CsvRecord | Problem)[] {
  const cells = parseOne(record.text, delimiter);
  if (cells) return [{ line: record.number, cells }];
  const lines = record.text.split("\n");
  return lines.map((text, index) => {
    const line = record.number + index;
    const alone = parseOne(text, delimiter);
    return alone ? { line, cells: alone } : { line, code: "quote_bad", data: {} };
  });
}

function parseOne(text: string, delimiter: string): string[] | null {
  const records = tryParse(text, delimiter);
  return records?.length === 1 ? (records[0] ?? null) : null;
}

function tryParse(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { delimiter, record_delimiter: "\n", relax_column_count: true, trim: true });
  } catch {
    return null;
  }
}
