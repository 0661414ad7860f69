"use client";

import { Check, CircleAlert, LoaderCircle, PencilLine } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { SaveState } from "./autosave";

/** Says where the last words are: only on this page, on their way, or stored. */
export function SaveNote({ save }: { save: SaveState }) {
  return (
    <p role="status" className="flex items-center gap-1.5 whitespace-nowrap text-muted-foreground text-xs">
      <Words save={save} />
    </p>
  );
}

function Words({ save }: { save: SaveState }) {
  const t = useTranslations("sequences.save");
  const format = useFormatter();
  switch (save.kind) {
    case "saved":
      return (
        <>
          <Check aria-hidden className="size-3.5 text-green" />
          {save.at ? t("savedAt", { time: clock(format, save.at) }) : t("saved")}
        </>
      );
    case "unsaved":
      return (
        <>
          <PencilLine aria-hidden className="size-3.5" />
          {t("unsaved")}
        </>
      );
    case "saving":
      return (
        <>
          <LoaderCircle aria-hidden className="size-3.5 animate-spin" />
          {t("saving")}
        </>
      );
    case "failed":
      return (
        <span className="flex items-center gap-1.5 text-red" title={save.message}>
          <CircleAlert aria-hidden className="size-3.5" />
          {t("failed")}
        </span>
      );
    case "conflict":
      return (
        <span className="flex items-center gap-1.5 text-red">
          <CircleAlert aria-hidden className="size-3.5" />
          {t("conflict")}
        </span>
      );
  }
}

/** The reader's own clock: the note is about now. */
const clock = (format: ReturnType<typeof useFormatter>, at: string) =>
  format.dateTime(new Date(at), {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });

export function ConflictNotice() {
  const t = useTranslations("sequences.save");
  return (
    <div role="alert" className="mx-4 mt-4 rounded-md border border-red/40 bg-red-soft px-3 py-2 md:mx-6">
      <p className="font-medium text-red">{t("conflictTitle")}</p>
      <p>
        {t("conflictText")}{" "}
        <button type="button" className="link font-medium" onClick={() => window.location.reload()}>
          {t("reload")}
        </button>
      </p>
    </div>
  );
}
