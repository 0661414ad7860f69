"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { type ColumnTarget, mappingSchema } from "@/lib/contacts/import/columns";
import type { ImportReport, ImportStart } from "@/lib/contacts/import/report";
import { rememberImport } from "./last-import";
import { Refused, runImport, startImport } from "./run-import";

/** Long enough that choosing several columns in a row checks once. */
const MAPPING_PAUSE_MS = 400;

export type ImportStage =
  | { step: "choose" }
  | { step: "map"; file: File; start: ImportStart; mapping: ColumnTarget[]; check: Check }
  | { step: "running"; rows: number; total: number }
  | { step: "done"; report: ImportReport };

/** The dry run of the mapping as it is now. */
export type Check =
  | { kind: "invalid" }
  | { kind: "checking" }
  | { kind: "checked"; report: ImportReport }
  | { kind: "failed" };

/** The stages of one import. `error` is a sentence for the person; leaving ends what is under way. */
export function useImport(account: string) {
  const t = useTranslations("contacts.import");
  const [stage, setStage] = useState<ImportStage>({ step: "choose" });
  const [error, setError] = useState<string | null>(null);
  const underWay = useRef<AbortController>(undefined);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const stop = useCallback(() => {
    clearTimeout(pause.current);
    underWay.current?.abort();
  }, []);
  useEffect(() => stop, [stop]);

  const tell = (reason: unknown) => setError(reason instanceof Refused ? reason.message : t("failed"));
  const begin = (): AbortSignal => {
    stop();
    setError(null);
    underWay.current = new AbortController();
    return underWay.current.signal;
  };

  const choose = async (file: File) => {
    const signal = begin();
    try {
      const start = await startImport(account, file);
      if (!signal.aborted) map(file, start, start.guess, 0);
    } catch (reason) {
      tell(reason);
    }
  };

  const map = (file: File, start: ImportStart, mapping: ColumnTarget[], waitMs = MAPPING_PAUSE_MS) => {
    const signal = begin();
    const show = (check: Check) => {
      if (!signal.aborted) setStage({ step: "map", file, start, mapping, check });
    };
    const valid = mappingSchema.safeParse(mapping);
    if (!valid.success) return show({ kind: "invalid" });
    show({ kind: "checking" });
    pause.current = setTimeout(() => {
      runImport({ account, file, mapping, isDryRun: true, signal })
        .then((report) => show({ kind: "checked", report }))
        .catch((reason) => {
          if (signal.aborted) return;
          tell(reason);
          show({ kind: "failed" });
        });
    }, waitMs);
  };

  const run = async (file: File, mapping: ColumnTarget[], total: number) => {
    const signal = begin();
    const onProgress = (rows: number) => setStage({ step: "running", rows, total });
    onProgress(0);
    try {
      const report = await runImport({ account, file, mapping, isDryRun: false, signal, onProgress });
      if (report.importedAt) rememberImport(account, report.importedAt);
      setStage({ step: "done", report });
    } catch (reason) {
      if (signal.aborted) return;
      tell(reason);
      setStage({ step: "choose" });
    }
  };

  return { stage, error, choose, map, run };
}
