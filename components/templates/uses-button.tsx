"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { getJson } from "@/components/sequences/get-json";
import { Link } from "@/components/ui/link";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Status } from "@/components/ui/status";
import type { TemplateRow, TemplateUse } from "@/lib/templates/schema";

/** How often a template is used, and on a click where. */
export function UsesButton({ account, row }: { account: string; row: TemplateRow }) {
  const t = useTranslations("templates");
  const [isOpen, setOpen] = useState(false);
  if (row.usage === 0) return <span className="text-muted-foreground">{t("steps", { count: 0 })}</span>;
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger className="link rounded-sm tabular-nums">
        {t("steps", { count: row.usage })}
      </PopoverTrigger>
      <PopoverContent
        aria-label={t("usesOf", { name: row.name })}
        className="grid w-80 max-w-[calc(100vw-1rem)] gap-2"
      >
        <p className="text-muted-foreground text-xs">{t("usesText")}</p>
        {isOpen && <Uses account={account} templateId={row.id} />}
      </PopoverContent>
    </Popover>
  );
}

function Uses({ account, templateId }: { account: string; templateId: string }) {
  const t = useTranslations();
  const { data, isError } = useQuery({
    queryKey: ["template-uses", account, templateId],
    queryFn: () => getJson<TemplateUse[]>(`/api/a/${account}/templates/${templateId}/uses`),
  });
  if (isError) return <p role="alert">{t("templates.failed")}</p>;
  if (!data) return <p className="text-muted-foreground">{t("templates.loading")}</p>;
  return (
    <ul className="grid max-h-64 gap-px overflow-y-auto">
      {data.map(({ sequenceId, name, status, count }) => (
        <li key={sequenceId}>
          <Link
            href={`/${account}/sequences/${sequenceId}`}
            className="flex min-h-8 items-center gap-3 rounded-md px-2 hover:bg-accent max-md:min-h-11"
          >
            <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
            <Status status={status}>{t(`status.sequence.${status}`)}</Status>
            <span className="text-muted-foreground text-xs">{t("templates.usedBy", { count })}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
