"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ContactListItem } from "@/lib/contacts/data";

export function ContactList({ account, contacts }: { account: string; contacts: ContactListItem[] }) {
  const t = useTranslations("contacts");
  return (
    <Table aria-label={t("title")}>
      <TableHeader>
        <TableRow>
          <TableHead>{t("columns.name")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.phone")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.email")}</TableHead>
          <TableHead>{t("columns.state")}</TableHead>
          <TableHead className="text-right">{t("columns.runs")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.lastReply")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {contacts.map((contact) => (
          <TableRow key={contact.id} className="relative">
            <TableCell className="max-w-60">
              {/* The whole row is the link's. */}
              <Link
                href={`/${account}/contacts/${contact.id}`}
                className="block truncate font-medium after:absolute after:inset-0 hover:underline"
              >
                {contact.name}
              </Link>
              <span className="block truncate text-muted-foreground text-xs md:hidden">
                {contact.phone ?? contact.email}
              </span>
            </TableCell>
            <TableCell className="whitespace-nowrap max-md:hidden">{contact.phone ?? <None />}</TableCell>
            <TableCell className="max-w-60 truncate max-md:hidden">{contact.email ?? <None />}</TableCell>
            <TableCell>
              <ContactState isBlocked={contact.isBlocked} isSuppressed={contact.isSuppressed} />
            </TableCell>
            <TableCell className="text-right">{contact.liveRuns > 0 ? contact.liveRuns : <None />}</TableCell>
            <TableCell className="whitespace-nowrap max-md:hidden">
              {contact.lastReplyAt ? (
                <RelativeTime at={contact.lastReplyAt} className="relative" />
              ) : (
                <None />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

export function ContactState({ isBlocked, isSuppressed }: { isBlocked: boolean; isSuppressed: boolean }) {
  const t = useTranslations("contacts.state");
  if (isBlocked) return <Badge tone="red">{t("blocked")}</Badge>;
  if (isSuppressed) return <Badge tone="amber">{t("optedOut")}</Badge>;
  return <None />;
}

const None = () => <span className="text-muted-foreground">–</span>;
