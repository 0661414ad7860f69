import type { Mapping } from "@/lib/contacts/import/columns";
import {
  FILE_NAME_HEADER,
  type ImportEvent,
  type ImportReport,
  type ImportStart,
  MAPPING_HEADER,
} from "@/lib/contacts/import/report";

/** Enough for the header and some rows, however large the file is. */
const START_BYTES = 65_536;

/** What a refusal says, in the person's language. */
export class Refused extends Error {}

/** Reads the columns of a file. Throws `Refused` with the sentence that says why it cannot be read. */
export async function startImport(account: string, file: File): Promise<ImportStart> {
  const response = await fetch(`/api/a/${account}/contacts/import/start`, {
    method: "POST",
    body: file.slice(0, START_BYTES),
  });
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as ImportStart;
}

type ImportRun = {
  account: string;
  file: File;
  mapping: Mapping;
  isDryRun: boolean;
  signal: AbortSignal;
  onProgress?: (rows: number) => void;
};

/** Imports the file, or tells what that would do. Throws `Refused`; what was imported until then stays. */
export async function runImport({
  account,
  file,
  mapping,
  isDryRun,
  signal,
  onProgress,
}: ImportRun): Promise<ImportReport> {
  const response = await fetch(`/api/a/${account}/contacts/import${isDryRun ? "?dryRun=1" : ""}`, {
    method: "POST",
    body: file,
    headers: {
      [MAPPING_HEADER]: encodeURIComponent(JSON.stringify(mapping)),
      [FILE_NAME_HEADER]: encodeURIComponent(file.name),
    },
    signal,
  });
  if (!response.ok || !response.body) throw await refusalOf(response);
  for await (const event of eventsOf(response.body)) {
    if (event.kind === "progress") onProgress?.(event.rows);
    if (event.kind === "done") return event.report;
    if (event.kind === "refused") throw new Refused(event.message);
  }
  throw new Error("The import's answer ended too early.");
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ImportEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const lines = (rest + decoder.decode(next.value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as ImportEvent;
  }
}

async function refusalOf(response: Response): Promise<Error> {
  const body = (await response.json().catch(() => null)) as { error?: { message?: string } } | null;
  return body?.error?.message ? new Refused(body.error.message) : new Error(String(response.status));
}
