"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { ChooseFile } from "./choose-file";
import { ImportDone } from "./import-done";
import { ImportProgress } from "./import-progress";
import { MapColumns } from "./map-columns";
import { RecentImports } from "./recent-imports";
import { useImport } from "./use-import";

type ImportDialogProps = {
  account: string;
  isOpen: boolean;
  onClose: () => void;
  /** Opens the enrolling of the imported contacts; absent where the person may not. */
  onEnroll?: (importedAt: string) => void;
};

/** From a file to contacts: choose, map the columns, see what would happen, import, see what happened. */
export function ImportDialog({ account, isOpen, onClose, onEnroll }: ImportDialogProps) {
  const t = useTranslations("contacts.import");
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-3xl" onInteractOutside={(event) => event.preventDefault()}>
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <Stages account={account} onClose={onClose} onEnroll={onEnroll} />
      </DialogContent>
    </Dialog>
  );
}

function Stages({ account, onClose, onEnroll }: Omit<ImportDialogProps, "isOpen">) {
  const router = useRouter();
  const { stage, error, choose, map, run } = useImport(account);
  const finish = () => {
    onClose();
    router.refresh();
  };
  return (
    <div className="grid min-w-0 gap-4">
      <FieldError>{error}</FieldError>
      {stage.step === "choose" && (
        <>
          <ChooseFile onChoose={(file) => void choose(file)} />
          <RecentImports account={account} />
        </>
      )}
      {stage.step === "map" && (
        <MapColumns
          stage={stage}
          onChoose={(file) => void choose(file)}
          onMap={(mapping) => map(stage.file, stage.start, mapping)}
          onImport={(total) => void run(stage.file, stage.mapping, total)}
        />
      )}
      {stage.step === "running" && <ImportProgress rows={stage.rows} total={stage.total} />}
      {stage.step === "done" && (
        <ImportDone account={account} report={stage.report} onEnroll={onEnroll} onClose={finish} />
      )}
    </div>
  );
}
