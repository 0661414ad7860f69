import type { ColumnTarget } from "./columns";
import type { Problem } from "./problems";

/** The header that carries the mapping beside the file: JSON, percent-encoded. */
export const MAPPING_HEADER = "x-column-mapping";
/** The file's name, percent-encoded. */
export const FILE_NAME_HEADER = "x-file-name";

/** What an import did, or would do. `unusable` counts every problem, `problems` lists the first ones. */
export type ImportReport = {
  rows: number;
  created: number;
  updated: number;
  unusable: number;
  suppressed: number;
  problems: Problem[];
  /** Names the contacts of this import in the contact filter; null for a dry run. */
  importedAt: string | null;
  /** To take it back by; null for a dry run. */
  importId: string | null;
};

export type ImportItem = {
  id: string;
  fileName: string;
  status: "running" | "done" | "canceled" | "failed" | "undone";
  importedAt: string;
  created: number;
  updated: number;
  /** The name of the person; null where they have left. */
  createdBy: string | null;
};

/** The lines of the route's answer, one JSON object each. */
export type ImportEvent =
  | { kind: "progress"; rows: number }
  | { kind: "done"; report: ImportReport }
  /** `message` is a sentence in the person's language. */
  | { kind: "refused"; message: string };

/** The start of a file: enough to map its columns. */
export type ImportStart = {
  columns: string[];
  guess: ColumnTarget[];
  /** The first rows that can be read. */
  samples: string[][];
};
