"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { InboxHealthShown } from "@/lib/overview/schema";

type InboxHealthProps = { account: string; inboxes: InboxHealthShown[]; mayOpen: boolean };

/** Whether each inbox sends, how much of its day is used and what its provider says of it. */
export function InboxHealth({ account, inboxes, mayOpen }: InboxHealthProps) {
  const t = useTranslations("overview.inboxes");
  const format = useFormatter();
  if (inboxes.length === 0) return null;
  const sentOf = ({ sentToday, dayLimit }: InboxHealthShown) =>
    dayLimit
      ? t(dayLimit.isWarmUp ? "ofWarmUp" : "ofLimit", {
          sent: format.number(sentToday),
          limit: format.number(dayLimit.limit),
        })
      : format.number(sentToday);
  const saysOf = ({ because, quality, connection }: InboxHealthShown) =>
    [because, quality && t(`quality.${quality}`), connection && t(`connection.${connection}`)].filter(
      Boolean,
    );
  return (
    <Section title={t("title")} description={t("description")}>
      <div className="-mx-4 md:-mx-6">
        <Table>
          <caption className="sr-only">{t("title")}</caption>
          <TableHeader>
            <TableRow>
              <TableHead>{t("inbox")}</TableHead>
              <TableHead>{t("state")}</TableHead>
              <TableHead className="text-right">{t("sent")}</TableHead>
              <TableHead className="text-right">{t("waiting")}</TableHead>
              <TableHead className="max-md:hidden">{t("says")}</TableHead>
              <TableHead className="max-md:hidden">{t("heard")}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {inboxes.map((inbox) => (
              <TableRow key={inbox.id}>
                <TableHead scope="row" className="text-left font-normal text-foreground">
                  {mayOpen ? (
                    <Link href={`/${account}/settings/inboxes/${inbox.id}`} className="link rounded-sm">
                      {inbox.name}
                    </Link>
                  ) : (
                    inbox.name
                  )}
                </TableHead>
                <TableCell>
                  <Status tone={inbox.status === "active" ? "green" : "amber"}>
                    {t(`is.${inbox.status}`)}
                  </Status>
                </TableCell>
                <TableCell className="text-right tabular-nums">{sentOf(inbox)}</TableCell>
                <TableCell className="text-right tabular-nums">
                  {inbox.waiting.isMore
                    ? t("over", { count: format.number(inbox.waiting.count) })
                    : format.number(inbox.waiting.count)}
                </TableCell>
                <TableCell className="max-w-72 truncate text-muted-foreground max-md:hidden">
                  {saysOf(inbox).join(" · ") || "–"}
                </TableCell>
                <TableCell className="text-muted-foreground max-md:hidden">
                  {inbox.heardAt ? <RelativeTime at={inbox.heardAt} /> : "–"}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Section>
  );
}
