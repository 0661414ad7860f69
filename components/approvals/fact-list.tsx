"use client";

import { useTranslations } from "next-intl";
import { DataList } from "@/components/ui/data-list";
import type { DraftFact } from "@/lib/approvals/schema";
import { useFindingWords } from "./use-finding-words";

/** What the words may rely on, as it is known now; what has changed since they were written says so. */
export function FactList({ facts }: { facts: DraftFact[] }) {
  const t = useTranslations("approvals.facts");
  const words = useFindingWords();
  const items = facts.map(({ name, says, said }) => ({
    term: words.name(name),
    value: (
      <>
        <span className="line-clamp-3 hover:line-clamp-none">{words.says(says)}</span>
        {said !== null && (
          <span className="text-amber">{said === "" ? t("new") : t("was", { said: words.says(said) })}</span>
        )}
      </>
    ),
  }));
  return (
    <details open className="group/facts">
      <summary className="w-fit font-medium">{t("title", { count: facts.length })}</summary>
      {items.length === 0 ? (
        <p className="pt-1.5 text-muted-foreground text-xs">{t("none")}</p>
      ) : (
        <DataList items={items} className="gap-y-1 pt-2 text-xs" />
      )}
    </details>
  );
}
