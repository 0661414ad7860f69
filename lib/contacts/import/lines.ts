import { AppError } from "@/lib/errors";

/** Counted from 1, as a spreadsheet shows it. */
export type Line = { number: number; text: string };

/** Protects memory from a file that is one endless line; real rows are well below. */
const MAX_LINE_BYTES = 262_144;

const utf8 = new TextDecoder("utf-8", { fatal: true });
const latin1 = new TextDecoder("windows-1252");
const newline = 0x0a;

/**
 * The lines of an uploaded text file, without their ends. UTF-8 with or without a byte order mark, UTF-16 with one;
 * a line that is no UTF-8 is read as Latin-1 (Windows-1252), which is what older spreadsheets write.
 * Throws AppError `invalid` for files that are not text.
 */
export async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let number = 0;
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of asUtf8(body)) {
    const bytes: Uint8Array = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      yield { number: ++number, text: decode(bytes.subarray(start, end)) };
      start = end + 1;
    }
    rest = bytes.slice(start);
    if (rest.length > MAX_LINE_BYTES) throw new AppError("invalid", "csv_not_text");
  }
  if (rest.length > 0) yield { number: ++number, text: decode(rest) };
}

async function* asUtf8(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | null = new Uint8Array();
  let wide: TextDecoder | null = null;
  for await (const chunk of body) {
    if (start === null) {
      yield recode(chunk, wide);
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < 4) continue;
    refuseSpreadsheet(start);
    wide = wideDecoder(start);
    yield recode(withoutMark(start), wide);
    start = null;
  }
  if (start) yield withoutMark(start);
}

/** Spreadsheets are ZIP files or, before 2007, compound documents. */
function refuseSpreadsheet(start: Uint8Array) {
  const isZip = start[0] === 0x50 && start[1] === 0x4b && start[2] === 0x03 && start[3] === 0x04;
  const isCompound = start[0] === 0xd0 && start[1] === 0xcf && start[2] === 0x11 && start[3] === 0xe0;
  if (isZip || isCompound) throw new AppError("invalid", "csv_is_spreadsheet");
}

function wideDecoder(start: Uint8Array): TextDecoder | null {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder("utf-16le");
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder("utf-16be");
  return null;
}

const recode = (chunk: Uint8Array, wide: TextDecoder | null): Uint8Array =>
  wide ? Buffer.from(wide.decode(chunk, { stream: true })) : chunk;

const withoutMark = (start: Uint8Array): Uint8Array =>
  start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? start.subarray(3) : start;

function decode(bytes: Uint8Array): string {
  // Postgres refuses NUL in text; no spreadsheet writes one on purpose.
  const text = decodeAs(bytes).replaceAll("\0", "");
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}

function decodeAs(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return latin1.decode(bytes);
  }
}
