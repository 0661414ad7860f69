"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";

/** A button that opens the browser's file chooser. */
export function ChooseFile({ onChoose, fileName }: { onChoose: (file: File) => void; fileName?: string }) {
  const t = useTranslations("contacts.import");
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        className="hidden"
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file again, corrected, must be a change too.
          event.target.value = "";
          if (file) onChoose(file);
        }}
      />
      <Button variant={fileName ? "outline" : "default"} onClick={() => input.current?.click()}>
        <FileUp aria-hidden /> {fileName ? t("chooseOther") : t("chooseFile")}
      </Button>
      <p className="min-w-0 truncate text-muted-foreground">{fileName ?? t("fileHint")}</p>
    </div>
  );
}
