"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useTriggerWords } from "@/components/triggers/use-trigger-words";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { TableCell, TableRow } from "@/components/ui/table";
import { COUNT_LIMIT } from "@/lib/sequences/limits";
import type { DaySends, SequenceRow } from "@/lib/sequences/schema";
import { ChannelIcons } from "./channel-icons";
import { RowActs } from "./row-acts";
import { SendSpark } from "./send-spark";

type ListRowProps = {
  account: string;
  row: SequenceRow;
  sends: DaySends | undefined;
  canManage: boolean;
};

export function ListRow({ account, row, sends, canManage }: ListRowProps) {
  const t = useTranslations();
  const format = useFormatter();
  const words = useTriggerWords();
  const starts = row.triggers.length === 0 ? words.none : row.triggers.map(words.trigger).join("; ");
  const share = (part: number) =>
    row.finished === 0 ? (
      <span className="text-muted-foreground">–</span>
    ) : (
      <Link className="link" href={`/${account}/sequences/${row.id}/funnel`}>
        {format.number(part / row.finished, { style: "percent" })}
      </Link>
    );
  return (
    <TableRow>
      <TableCell className="max-w-80 font-medium max-md:max-w-28">
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
      <TableCell className="max-w-64 max-lg:hidden">
        <span className="block text-muted-foreground text-xs">{t(`sequences.target.${row.target}`)}</span>
        <span className="line-clamp-2 whitespace-normal first-letter:uppercase" title={starts}>
          {starts}
        </span>
      </TableCell>
      <TableCell className="text-right max-2xl:hidden">{row.stepCount}</TableCell>
      <TableCell className="max-2xl:hidden">
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
      <TableCell className="text-right">{share(row.replied)}</TableCell>
      <TableCell className="text-right max-sm:hidden">{share(row.converted)}</TableCell>
      <TableCell className="max-md:hidden">
        <SendSpark sends={sends} />
      </TableCell>
      <TableCell className="max-w-48 text-muted-foreground max-md:hidden">
        {row.lastPublished ? (
          <>
            <span className="block truncate">
              {t("sequences.publishedBy", {
                number: row.lastPublished.number,
                name: row.lastPublished.by ?? t("sequences.someone"),
              })}
            </span>
            <span className="block text-xs">
              <RelativeTime at={row.lastPublished.at} />
            </span>
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
