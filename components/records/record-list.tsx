"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import { removeRecordAction } from "@/lib/records/actions";
import type { RecordRow } from "@/lib/records/schema";
import { Amount } from "./amount";
import { RecordDate } from "./record-date";
import { RecordDialog } from "./record-dialog";
import { RecordStatus } from "./record-status";

type RecordListProps = {
  account: string;
  contactId: string;
  records: RecordRow[];
  timeZone: string;
  currency: string;
  canManage: boolean;
};

/** The contact's deals, appointments and charges. */
export function RecordList(props: RecordListProps) {
  const { account, records, timeZone, canManage } = props;
  const t = useTranslations();
  const router = useRouter();
  const [opened, setOpened] = useState<RecordRow | "new" | null>(null);

  const remove = async ({ id, kind }: RecordRow) => {
    const answer = await removeRecordAction({ account, recordId: id, kind }).catch(() => undefined);
    if (answer?.serverError || !answer) {
      toast.error(answer?.serverError?.message ?? t("records.failed"));
      return;
    }
    toast(t("records.removed"));
    setOpened(null);
    router.refresh();
  };

  return (
    <>
      {records.length === 0 && <p className="text-muted-foreground">{t("records.none")}</p>}
      {records.length > 0 && (
        <div className="-mx-4 md:-mx-6">
          <Table aria-label={t("records.title")}>
            <TableHeader>
              <TableRow>
                {(["title", "state", "amount", "date"] as const).map((column) => (
                  <TableHead key={column}>{t(`records.columns.${column}`)}</TableHead>
                ))}
              </TableRow>
            </TableHeader>
            <TableBody>
              {records.map((row) => (
                <TableRow key={row.id}>
                  <TableCell className="max-w-56">
                    <span className="block text-muted-foreground text-xs">
                      {t(`status.record.${row.kind}`)}
                    </span>
                    {canManage ? (
                      <button
                        type="button"
                        className="link max-w-full truncate text-left"
                        aria-label={t("records.edit", { title: row.title })}
                        onClick={() => setOpened(row)}
                      >
                        {row.title}
                      </button>
                    ) : (
                      row.title
                    )}
                  </TableCell>
                  <TableCell>
                    <RecordStatus status={row.status} />
                  </TableCell>
                  <TableCell className="whitespace-nowrap tabular-nums">
                    <Amount amount={row.amount} currency={row.currency} />
                  </TableCell>
                  <TableCell className="whitespace-nowrap">
                    <RecordDate row={row} timeZone={timeZone} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
      {canManage && (
        <Button variant="outline" className="justify-self-start" onClick={() => setOpened("new")}>
          <Plus aria-hidden /> {t("records.add")}
        </Button>
      )}
      <RecordDialog
        {...props}
        known={opened === "new" ? null : opened}
        isOpen={opened !== null}
        onClose={() => setOpened(null)}
        onRemove={(row) => void remove(row)}
      />
    </>
  );
}
