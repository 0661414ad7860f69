"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { DayTable } from "./day-table";

/** The numbers of the chart, for those who read or hear rather than see. */
export function DaySendsTable({ table }: { table: DayTable }) {
  const t = useTranslations("simulation");
  const format = useFormatter();
  const hasOthers = table.days.some(({ others }) => others > 0);
  const cell = "px-2 py-1 text-right tabular-nums";
  return (
    <details>
      <summary className="cursor-pointer rounded-sm text-muted-foreground text-xs">{t("table")}</summary>
      <div className="mt-2 max-h-80 overflow-auto rounded-md border">
        <table className="w-full text-xs">
          <caption className="sr-only">{t("chart")}</caption>
          <thead className="sticky top-0 bg-surface">
            <tr className="border-b">
              <th scope="col" className="px-2 py-1 text-left font-medium">
                {t("day")}
              </th>
              {table.inboxes.map(({ id, name }) => (
                <th key={id} scope="col" className="px-2 py-1 text-right font-medium">
                  {name}
                </th>
              ))}
              {table.inboxes.length > 1 && (
                <th scope="col" className="px-2 py-1 text-right font-medium">
                  {t("total")}
                </th>
              )}
              {hasOthers && (
                <th scope="col" className="px-2 py-1 text-right font-medium">
                  {t("others")}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {table.days.map(({ day, counts, others, total }) => (
              <tr key={day} className="border-b last:border-b-0">
                <th scope="row" className="whitespace-nowrap px-2 py-1 text-left font-normal">
                  {format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: "medium", timeZone: "UTC" })}
                </th>
                {table.inboxes.map(({ id }) => (
                  <td key={id} className={cell}>
                    {format.number(counts[id] ?? 0)}
                  </td>
                ))}
                {table.inboxes.length > 1 && <td className={cell}>{format.number(total)}</td>}
                {hasOthers && <td className={cell}>{format.number(others)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
