import { sentences } from "@/lib/error-text";
import { AppError } from "@/lib/errors";
import { lineAnswer } from "@/lib/line-answer";
import type { Locale } from "@/lib/locale";
import { log } from "@/lib/log";
import { type Mapping, mappingSchema } from "./columns";
import { FILE_NAME_HEADER, type ImportEvent, MAPPING_HEADER } from "./report";

/** Protects the server from a file that is no contact list; 250 MB are some two million contacts. */
const MAX_MEGABYTES = 250;

/** The bytes of an uploaded file as they arrive. Throws AppError `invalid` for an empty or an overlong one. */
export async function* uploadOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) throw new AppError("invalid", "csv_empty");
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > MAX_MEGABYTES * 1_000_000) {
      throw new AppError("invalid", "csv_too_large", { data: { max: MAX_MEGABYTES } });
    }
    yield next.value;
  }
}

/** The name of the file, as far as the browser told it. */
export function fileNameOf(request: Request): string {
  try {
    return decodeURIComponent(request.headers.get(FILE_NAME_HEADER) ?? "");
  } catch {
    return "";
  }
}

/** The mapping of a request. Throws AppError `invalid` with the sentence that says what is wrong with it. */
export function mappingOf(request: Request): Mapping {
  const parsed = mappingSchema.safeParse(readJson(request.headers.get(MAPPING_HEADER) ?? ""));
  if (parsed.success) return parsed.data;
  const custom = parsed.error.issues.find((issue) => issue.code === "custom");
  throw new AppError("invalid", custom?.message ?? "csv_mapping");
}

/** Answers with one JSON object a line, as the import goes on. A failure is the last line. */
export const importAnswer = (events: AsyncGenerator<ImportEvent>, locale: Locale): Response =>
  lineAnswer(events, (error) => ({ kind: "refused", message: sentenceOf(error, locale) }));

function readJson(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text));
  } catch {
    return null;
  }
}

function sentenceOf(error: unknown, locale: Locale): string {
  const sentence = sentences(locale);
  if (error instanceof AppError) return sentence(error.message, error.data);
  log.error({ err: error }, "An import failed unexpectedly.");
  return sentence("csv_interrupted");
}
