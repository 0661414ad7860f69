"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ContactListItem } from "@/lib/contacts/data";
import type { Selection } from "./bulk/use-selection";

type ContactListProps = {
  account: string;
  contacts: ContactListItem[];
  /** Absent where nothing can be done with many. */
  selection: Selection | undefined;
};

export function ContactList({ account, contacts, selection }: ContactListProps) {
  const t = useTranslations("contacts");
  return (
    <Table aria-label={t("title")}>
      <TableHeader>
        <TableRow>
          {selection && (
            <TableHead className="w-8 pr-0">
              <Checkbox
                aria-label={t("selection.selectPage")}
                checked={pageState(contacts, selection)}
                onCheckedChange={(isOn) => selection.toggle(contacts, isOn === true)}
              />
            </TableHead>
          )}
          <TableHead>{t("columns.name")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.phone")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.email")}</TableHead>
          <TableHead className="max-lg:hidden">{t("columns.tags")}</TableHead>
          <TableHead>{t("columns.state")}</TableHead>
          <TableHead className="text-right">{t("columns.runs")}</TableHead>
          <TableHead className="max-md:hidden">{t("columns.lastReply")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {contacts.map((contact) => (
          <TableRow
            key={contact.id}
            className="relative"
            data-state={selection?.isChosen(contact.id) ? "selected" : undefined}
          >
            {selection && (
              <TableCell className="w-8 pr-0">
                <span className="relative z-10 block">
                  <Checkbox
                    aria-label={t("selection.select", { name: contact.name })}
                    checked={selection.isChosen(contact.id)}
                    onCheckedChange={(isOn) => selection.toggle([contact], isOn === true)}
                  />
                </span>
              </TableCell>
            )}
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
            <TableCell className="max-w-48 max-lg:hidden">
              <TagBadges tags={contact.tags} />
            </TableCell>
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

/** Whether all of the page are chosen, some or none. */
function pageState(contacts: ContactListItem[], selection: Selection) {
  const chosen = contacts.filter(({ id }) => selection.isChosen(id)).length;
  if (chosen === contacts.length) return true;
  return chosen > 0 ? ("indeterminate" as const) : false;
}

const SHOWN_TAGS = 2;

function TagBadges({ tags }: { tags: string[] }) {
  if (tags.length === 0) return <None />;
  return (
    <span className="flex items-center gap-1" title={tags.join(", ")}>
      {tags.slice(0, SHOWN_TAGS).map((tag) => (
        <Badge key={tag} className="min-w-0">
          <span className="truncate">{tag}</span>
        </Badge>
      ))}
      {tags.length > SHOWN_TAGS && (
        <span className="text-muted-foreground text-xs">+{tags.length - SHOWN_TAGS}</span>
      )}
    </span>
  );
}

export function ContactState({ isBlocked, isSuppressed }: { isBlocked: boolean; isSuppressed: boolean }) {
  const t = useTranslations("contacts.state");
  if (isBlocked) return <Badge tone="red">{t("blocked")}</Badge>;
  if (isSuppressed) return <Badge tone="amber">{t("optedOut")}</Badge>;
  return <None />;
}

const None = () => <span className="text-muted-foreground">–</span>;
