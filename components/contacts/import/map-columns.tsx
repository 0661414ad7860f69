"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { attributeTargetOf, CONTACT_FIELDS, type ColumnTarget } from "@/lib/contacts/import/columns";
import { ChooseFile } from "./choose-file";
import { ReportCounts } from "./report-counts";
import { ReportProblems } from "./report-problems";
import type { Check, ImportStage } from "./use-import";

type MapColumnsProps = {
  stage: Extract<ImportStage, { step: "map" }>;
  onChoose: (file: File) => void;
  onMap: (mapping: ColumnTarget[]) => void;
  onImport: (total: number) => void;
};

/** What each column becomes, beside its first values, and below what importing it would do. */
export function MapColumns({ stage, onChoose, onMap, onImport }: MapColumnsProps) {
  const t = useTranslations("contacts.import");
  const { file, start, mapping, check } = stage;
  const set = (index: number, target: ColumnTarget) =>
    onMap(mapping.map((each, at) => (at === index ? target : each)));
  return (
    <>
      <ChooseFile fileName={file.name} onChoose={onChoose} />
      <div className="max-h-72 overflow-y-auto rounded-md border">
        <Table>
          <TableHeader>
            <TableRow>
              <TableHead>{t("column")}</TableHead>
              <TableHead className="max-sm:hidden">{t("firstValues")}</TableHead>
              <TableHead>{t("becomes")}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {start.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file; names may repeat
              <TableRow key={index}>
                <TableCell className="max-w-40 truncate font-medium">
                  {column || t("nameless", { number: index + 1 })}
                  <span className="block truncate font-normal text-muted-foreground text-xs sm:hidden">
                    {samplesOf(start.samples, index)}
                  </span>
                </TableCell>
                <TableCell className="max-w-56 truncate text-muted-foreground max-sm:hidden">
                  {samplesOf(start.samples, index)}
                </TableCell>
                <TableCell className="w-52 max-sm:w-40">
                  <TargetSelect
                    column={column || t("nameless", { number: index + 1 })}
                    target={mapping[index] ?? "ignore"}
                    onChoose={(target) => set(index, target)}
                  />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      <CheckResult check={check} />
      <div className="flex justify-end">
        <Button
          disabled={check.kind !== "checked" || check.report.created + check.report.updated === 0}
          isBusy={check.kind === "checking"}
          onClick={() => check.kind === "checked" && onImport(check.report.rows)}
        >
          {t("import")}
        </Button>
      </div>
    </>
  );
}

type TargetSelectProps = { column: string; target: ColumnTarget; onChoose: (target: ColumnTarget) => void };

function TargetSelect({ column, target, onChoose }: TargetSelectProps) {
  const t = useTranslations("contacts.import");
  const field = useTranslations("contacts.fields");
  const attribute = target.startsWith("attribute:") ? target : attributeTargetOf(column);
  return (
    <NativeSelect
      aria-label={t("columnLabel", { column })}
      value={target}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="ignore">{t("ignore")}</option>
      {CONTACT_FIELDS.map((each) => (
        <option key={each} value={each}>
          {field(each)}
        </option>
      ))}
      {attribute !== "ignore" && (
        <option value={attribute}>{t("attribute", { name: attribute.slice("attribute:".length) })}</option>
      )}
    </NativeSelect>
  );
}

function CheckResult({ check }: { check: Check }) {
  const t = useTranslations("contacts.import");
  if (check.kind === "invalid") return <p className="text-amber">{t("mappingInvalid")}</p>;
  if (check.kind === "checking") return <p className="text-muted-foreground">{t("checking")}</p>;
  if (check.kind === "failed") return null;
  return (
    <div className="grid gap-3" role="status">
      <ReportCounts report={check.report} isDryRun />
      <ReportProblems report={check.report} />
    </div>
  );
}

const samplesOf = (samples: string[][], index: number): string =>
  samples
    .map((row) => row[index] ?? "")
    .filter((value) => value !== "")
    .slice(0, 3)
    .join(", ");
