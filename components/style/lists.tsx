import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { DataList } from "@/components/ui/data-list";
import { Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

const ROWS = ["rest", "hover", "selected"] as const;

export function Lists() {
  const t = useTranslations("style");
  return (
    <div className="grid gap-6">
      <div className="-mx-4 md:-mx-6">
        <Table>
          <TableHeader>
            <TableRow>
              <TableHead className="w-10">
                <Checkbox aria-label={t("lists.all")} checked="indeterminate" />
              </TableHead>
              <TableHead>{t("lists.contact")}</TableHead>
              <TableHead>{t("lists.state")}</TableHead>
              <TableHead className="text-right">{t("lists.sent")}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {ROWS.map((state) => (
              <TableRow
                key={state}
                data-shown={state}
                data-state={state === "selected" ? "selected" : undefined}
              >
                <TableCell>
                  <Checkbox aria-label={t(`states.${state}`)} checked={state === "selected"} />
                </TableCell>
                <TableCell className="font-medium">{t(`states.${state}`)}</TableCell>
                <TableCell>
                  <Status status="active">{t("tones.green")}</Status>
                </TableCell>
                <TableCell className="text-right">1,204</TableCell>
              </TableRow>
            ))}
            <TableRow>
              <TableCell />
              <TableCell>
                <span className="sr-only">{t("states.loading")}</span>
                <Skeleton className="w-32" />
              </TableCell>
              <TableCell>
                <Skeleton className="w-16" />
              </TableCell>
              <TableCell>
                <Skeleton className="ml-auto w-8" />
              </TableCell>
            </TableRow>
          </TableBody>
        </Table>
      </div>
      <DataList
        className="max-w-md"
        items={[
          { term: t("lists.contact"), value: "Ana Souza" },
          { term: t("lists.state"), value: <Status status="active">{t("tones.green")}</Status> },
          { term: t("lists.sent"), value: "1,204" },
        ]}
      />
    </div>
  );
}
