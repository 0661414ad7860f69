"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { getJson } from "@/components/sequences/get-json";
import { Link } from "@/components/ui/link";
import type { MacroChoice } from "@/lib/automation/data";

type MacroListProps = { account: string; isOpen: boolean; onChoose: (macro: MacroChoice) => void };

/** The macros that the person may run, by name. */
export function MacroList({ account, isOpen, onChoose }: MacroListProps) {
  const t = useTranslations("automation.menu");
  const { data, isError } = useQuery({
    queryKey: ["macros", account],
    queryFn: () => getJson<{ macros: MacroChoice[] }>(`/api/a/${account}/macros`),
    enabled: isOpen,
  });
  if (isError) return <p className="p-2 text-red">{t("failed")}</p>;
  if (!data) return <p className="p-2 text-muted-foreground">{t("loading")}</p>;
  if (data.macros.length === 0)
    return (
      <p className="p-2 text-muted-foreground">
        {t("none")}{" "}
        <Link href={`/${account}/automation/macros`} className="text-primary hover:underline">
          {t("make")}
        </Link>
      </p>
    );
  return (
    <ul aria-label={t("list")} className="max-h-72 overflow-y-auto">
      {data.macros.map((macro) => (
        <li key={macro.id}>
          <button
            type="button"
            onClick={() => onChoose(macro)}
            className="flex min-h-8 w-full items-center justify-between gap-2 rounded-md px-2 py-1 text-left hover:bg-accent focus-visible:-outline-offset-2 touch:min-h-11"
          >
            <span className="truncate">{macro.name}</span>
            {!macro.isShared && <span className="shrink-0 text-muted-foreground text-xs">{t("own")}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
