"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { TableCell, TableRow } from "@/components/ui/table";
import { COUNT_LIMIT } from "@/lib/sequences/limits";
import type { SequenceRow } from "@/lib/sequences/schema";
import { ChannelIcons } from "./channel-icons";
import { RowActs } from "./row-acts";

type ListRowProps = { account: string; row: SequenceRow; canManage: boolean };

export function ListRow({ account, row, canManage }: ListRowProps) {
  const t = useTranslations();
  const format = useFormatter();
  return (
    <TableRow>
      <TableCell className="max-w-80 font-medium max-md:max-w-36">
        <Link className="block truncate hover:underline" href={`/${account}/sequences/${row.id}`}>
          {row.name}
        </Link>
        {row.tags.length > 0 && (
          <span className="block truncate font-normal text-muted-foreground text-xs">
            {row.tags.join(" · ")}
          </span>
        )}
      </TableCell>
      <TableCell>
        <Status status={row.status}>{t(`status.sequence.${row.status}`)}</Status>
      </TableCell>
      <TableCell className="text-right max-md:hidden">{row.stepCount}</TableCell>
      <TableCell className="max-md:hidden">
        <ChannelIcons channels={row.channels} />
      </TableCell>
      <TableCell className="text-right">
        {row.inFlight === 0 ? (
          <span className="text-muted-foreground">0</span>
        ) : (
          <Link className="link" href={`/${account}/enrollments?sequence=${row.id}`}>
            {row.inFlight > COUNT_LIMIT
              ? t("sequences.over", { count: format.number(COUNT_LIMIT) })
              : format.number(row.inFlight)}
          </Link>
        )}
      </TableCell>
      <TableCell className="text-right">
        {row.finished === 0 ? (
          <span className="text-muted-foreground">–</span>
        ) : (
          format.number(row.replied / row.finished, { style: "percent" })
        )}
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground max-md:hidden">
        {row.lastPublished ? (
          <>
            {t("sequences.publishedBy", {
              number: row.lastPublished.number,
              name: row.lastPublished.by ?? t("sequences.someone"),
            })}{" "}
            <RelativeTime at={row.lastPublished.at} />
          </>
        ) : (
          t("sequences.never")
        )}
      </TableCell>
      <TableCell className="w-10 text-right">
        {canManage && <RowActs account={account} row={row} />}
      </TableCell>
    </TableRow>
  );
}
