"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataList, type DataListItem } from "@/components/ui/data-list";
import { Link } from "@/components/ui/link";
import type { RecordRow } from "@/lib/records/schema";
import { Amount } from "./amount";
import { CopyLink } from "./copy-link";
import { RecordDate } from "./record-date";
import { RecordStatus } from "./record-status";

type RecordFactsProps = { account: string; row: RecordRow; timeZone: string };

const DATE_TERM = { deal: "expectedCloseOn", appointment: "startsAt", charge: "dueOn" } as const;

export function RecordFacts({ account, row, timeZone }: RecordFactsProps) {
  const t = useTranslations("records");
  const status = (
    <span className="flex flex-wrap items-center gap-2">
      <RecordStatus status={row.status} />
      {row.isStalled && <Badge tone="amber">{t("stalled")}</Badge>}
    </span>
  );
  const contact = (
    <Link className="link" href={`/${account}/contacts/${row.contactId}`}>
      {row.contactName}
    </Link>
  );
  const ends = row.endsAt && { kind: row.kind, date: row.endsAt };
  const items: (DataListItem | false | null | "")[] = [
    { term: t("status"), value: status },
    { term: t("contact.label"), value: contact },
    row.kind !== "appointment" && { term: t("amount"), value: <Amount {...row} /> },
    { term: t(DATE_TERM[row.kind]), value: <RecordDate row={row} timeZone={timeZone} /> },
    ends && { term: t("endsAt"), value: <RecordDate row={ends} timeZone={timeZone} /> },
    row.kind === "deal" && { term: t("stage"), value: row.stageName ?? "–" },
    row.status === "lost" && { term: t("lostReason"), value: row.lostReason ?? "–" },
    row.kind === "appointment" && { term: t("location"), value: row.place || "–" },
    row.kind === "charge" && { term: t("paymentUrl"), value: <CopyLink link={row.place} /> },
    { term: t("owner"), value: row.assigneeName ?? t("nobody") },
    row.externalId && {
      term: t("externalId"),
      value: <span className="font-mono text-xs">{row.externalId}</span>,
    },
  ];
  return <DataList items={items.filter((item) => !!item)} />;
}
