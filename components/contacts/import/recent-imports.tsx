"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { getJson } from "@/components/sequences/get-json";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ImportItem } from "@/lib/contacts/import/report";
import { UndoImport } from "./undo-import";

/** What was imported lately, each to be taken back. Nothing where there was none. */
export function RecentImports({ account }: { account: string }) {
  const t = useTranslations("contacts.import");
  const { data = [], refetch } = useQuery({
    queryKey: ["imports", account],
    queryFn: () => getJson<ImportItem[]>(`/api/a/${account}/contacts/imports`),
  });
  if (data.length === 0) return null;
  return (
    <section aria-labelledby="recent-imports" className="grid gap-1">
      <h3 id="recent-imports" className="font-medium">
        {t("recent")}
      </h3>
      <ul className="divide-y rounded-md border">
        {data.map(({ id, fileName, status, importedAt, created, updated }) => {
          const name = fileName || t("namelessFile");
          return (
            <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-3 px-3 py-1">
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-muted-foreground">
                {t("counts", { created, updated })} <RelativeTime at={importedAt} />
              </span>
              {status === "running" || status === "undone" ? (
                <span className="text-muted-foreground">{t(`status.${status}`)}</span>
              ) : (
                <UndoImport account={account} importId={id} name={name} onUndone={() => void refetch()} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
