"use client";

import { CalendarDays, Handshake, ReceiptText } from "lucide-react";
import { useTranslations } from "next-intl";
import { CommandItem } from "@/components/ui/command";
import type { Found } from "@/lib/search/schema";

type Row = Found["records"][number];

const ICONS = { deal: Handshake, appointment: CalendarDays, charge: ReceiptText } as const;

/** A deal, appointment or charge in the palette. */
export function FoundRecord({
  id,
  kind,
  title,
  contactName,
  status,
  onSelect,
}: Row & { onSelect: () => void }) {
  const t = useTranslations("status.recordStatus");
  const Icon = ICONS[kind];
  return (
    <CommandItem value={id} onSelect={onSelect}>
      <Icon aria-hidden />
      <span className="min-w-0 truncate">{title}</span>
      <span className="ml-auto truncate pl-3 text-muted-foreground text-xs">
        {contactName}, {t(status)}
      </span>
    </CommandItem>
  );
}

/** With the list that has it: the board shows open deals alone. */
export function recordAddress(
  account: string,
  { id, kind, status }: Pick<Row, "id" | "kind" | "status">,
): string {
  const list = kind === "deal" && status !== "open" ? "view=list&" : "";
  return `/${account}/${kind}s?${list}open=${id}`;
}
