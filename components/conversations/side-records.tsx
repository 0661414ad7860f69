"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { majorUnits } from "@/lib/core/money";
import type { RecordRow } from "@/lib/records/schema";

type SideRecordsProps = { account: string; contactId: string; records: RecordRow[] };

/** The contact's deals, appointments and charges. They are changed where the contact is. */
export function SideRecords({ account, contactId, records }: SideRecordsProps) {
  const t = useTranslations("conversations.panel");
  const status = useTranslations("status");
  const format = useFormatter();
  const amount = ({ amount, currency }: RecordRow) =>
    amount === null || currency === null
      ? null
      : format.number(majorUnits(amount, currency), { style: "currency", currency });
  return (
    <section aria-label={t("records")} className="grid gap-2">
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="font-semibold">{t("records")}</h3>
        <Link className="link text-xs" href={`/${account}/contacts/${contactId}`}>
          {t("allRecords")}
        </Link>
      </div>
      {records.length === 0 && <p className="text-muted-foreground">{t("noRecords")}</p>}
      <ul className="grid gap-2">
        {records.slice(0, 6).map((record) => (
          <li key={record.id} className="grid gap-0.5">
            <span className="flex items-baseline justify-between gap-2">
              <span className="min-w-0 truncate">{record.title}</span>
              <span className="shrink-0 tabular-nums">{amount(record)}</span>
            </span>
            <span className="flex items-center gap-2 text-muted-foreground text-xs">
              {status(`record.${record.kind}`)}
              <Status status={record.status}>{status(`recordStatus.${record.status}`)}</Status>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
