"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataList } from "@/components/ui/data-list";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import type { ConversationSide } from "@/lib/conversations/side";

type ContactCardProps = { account: string; contact: ConversationSide["contact"]; maySeeContacts: boolean };

export function ContactCard({ account, contact, maySeeContacts }: ContactCardProps) {
  const t = useTranslations("conversations.panel");
  const identity = useTranslations("contacts.identity");
  const channel = useTranslations("status.channel");
  const facts = [
    ...contact.identities.map(({ kind, value }) => ({ term: identity(kind), value })),
    { term: t("owner"), value: contact.ownerName ?? t("nobody") },
    ...(contact.preferredChannel ? [{ term: t("preferred"), value: channel(contact.preferredChannel) }] : []),
    {
      term: t("lastReply"),
      value: contact.lastReplyAt ? <RelativeTime at={contact.lastReplyAt} /> : "–",
    },
    ...Object.entries(contact.attributes).map(([key, value]) => ({
      term: key,
      value: String(value ?? "–"),
    })),
  ];
  return (
    <section aria-label={t("contact")} className="grid gap-3">
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="min-w-0 truncate font-semibold text-base">{contact.name}</h3>
        {maySeeContacts && (
          <Link className="link shrink-0 text-xs" href={`/${account}/contacts/${contact.id}`}>
            {t("open")}
          </Link>
        )}
      </div>
      {contact.isBlocked && <Status status="blocked">{t("blocked")}</Status>}
      {contact.tags.length > 0 && (
        <ul aria-label={t("tags")} className="flex flex-wrap gap-1">
          {contact.tags.map((tag) => (
            <li key={tag}>
              <Badge>{tag}</Badge>
            </li>
          ))}
        </ul>
      )}
      <DataList items={facts} className="gap-x-3 sm:grid-cols-[minmax(5rem,auto)_1fr]" />
    </section>
  );
}
