"use client";

import { FilePlus2, FileUp, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Alert } from "@/components/ui/alert";
import { ImportFile } from "./import-file";
import { useImport } from "./use-import";
import { useStart } from "./use-start";

/** Ways to begin without a ready-made sequence. */
export function FirstChoices({ account }: { account: string }) {
  const t = useTranslations("gallery");
  const { startEmpty, isBusy } = useStart(account);
  const { importFile, isImporting, refusal } = useImport(account);
  return (
    <div className="grid gap-2 border-b px-4 py-4 md:px-6 lg:px-4">
      <div className="grid grid-cols-2 gap-2">
        <Choice
          icon={FilePlus2}
          label={t("empty")}
          text={t("emptyText")}
          onClick={startEmpty}
          disabled={isBusy}
        />
        <ImportFile onFile={importFile}>
          {(open) => (
            <Choice
              icon={FileUp}
              label={t("import")}
              text={t("importText")}
              onClick={open}
              disabled={isImporting}
            />
          )}
        </ImportFile>
      </div>
      {refusal && (
        <Alert tone="red" role="alert" title={t("file.refused")}>
          {refusal}
        </Alert>
      )}
    </div>
  );
}

type ChoiceProps = { icon: LucideIcon; label: string; text: string } & ComponentProps<"button">;

function Choice({ icon: Icon, label, text, ...props }: ChoiceProps) {
  return (
    <button
      type="button"
      className="grid content-start gap-1 rounded-lg border border-line bg-surface px-3 py-2.5 text-left transition-colors hover:bg-muted disabled:opacity-50"
      {...props}
    >
      <span className="flex items-center gap-2 font-medium">
        <Icon aria-hidden className="size-4 shrink-0 text-primary" />
        {label}
      </span>
      <span className="text-muted-foreground text-xs">{text}</span>
    </button>
  );
}
