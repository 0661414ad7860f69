"use client";

import { useTranslations } from "next-intl";
import { useNumbers } from "@/components/reports/use-numbers";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { shareOf } from "@/lib/core/metrics";
import type { Overview, SequenceFigures } from "@/lib/overview/schema";

type Column = {
  key: string;
  /** The list behind the number. */
  fact?: "sent" | "replied" | "converted" | "failed" | "unknown";
  say: (figures: SequenceFigures) => string;
};

type TopSequencesProps = { account: string; sequences: Overview["sequences"] };

/** Which sequences do best, and which give trouble, over the last 28 days. */
export function TopSequences({ account, sequences }: TopSequencesProps) {
  const t = useTranslations("overview.sequences");
  const { count, share } = useNumbers();
  const { span, best, worst } = sequences;
  const bestColumns: Column[] = [
    { key: "converted", fact: "converted", say: ({ converted }) => count(converted) },
    { key: "conversionRate", say: ({ converted, sent }) => share(shareOf(converted, sent)) },
    { key: "sent", fact: "sent", say: ({ sent }) => count(sent) },
  ];
  const worstColumns: Column[] = [
    { key: "failed", fact: "failed", say: ({ failed }) => count(failed) },
    { key: "unknown", fact: "unknown", say: ({ unknown }) => count(unknown) },
    {
      key: "failureRate",
      say: ({ failed, unknown, sent }) => share(shareOf(failed, sent + failed + unknown)),
    },
  ];
  const table = (title: string, rows: SequenceFigures[], columns: Column[]) => (
    <div className="-mx-4 min-w-0 md:-mx-6 lg:mx-0 lg:[&_td:last-child]:pr-1 lg:[&_th:first-child]:pl-0 lg:[&_th:last-child]:pr-1 max-sm:[&_td]:px-2 max-sm:[&_th]:px-2 max-sm:[&_thead_th]:whitespace-normal max-sm:[&_thead_th]:align-bottom max-sm:[&_th:first-child]:pl-4 max-sm:[&_:is(td,th):last-child]:pr-4">
      <Table>
        <caption className="px-4 pb-1 text-left text-muted-foreground md:px-6 lg:px-0">{title}</caption>
        <TableHeader>
          <TableRow>
            <TableHead>{t("sequence")}</TableHead>
            {columns.map(({ key }) => (
              <TableHead key={key} className="text-right">
                {t(key)}
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id}>
              <TableHead
                scope="row"
                className="max-w-48 truncate text-left font-normal text-foreground max-sm:max-w-28"
              >
                <Link href={`/${account}/sequences/${row.id}`} className="link rounded-sm">
                  {row.name ?? t("gone")}
                </Link>
              </TableHead>
              {columns.map(({ key, fact, say }) => (
                <TableCell key={key} className="text-right tabular-nums">
                  {fact ? (
                    <Link
                      href={`/${account}/sends?fact=${fact}&sequence=${row.id}&from=${span.from}&to=${span.to}`}
                      className="link inline-grid min-h-6 min-w-6 items-center justify-items-end rounded-sm"
                    >
                      {say(row)}
                    </Link>
                  ) : (
                    say(row)
                  )}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
  if (best.length === 0 && worst.length === 0) return null;
  return (
    <Section
      title={t("title")}
      description={t("description")}
      actions={
        <Link href={`/${account}/sequences`} className="link rounded-sm">
          {t("open")}
        </Link>
      }
    >
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        {best.length > 0 && table(t("best"), best, bestColumns)}
        {worst.length > 0 && table(t("worst"), worst, worstColumns)}
      </div>
    </Section>
  );
}
