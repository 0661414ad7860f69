"use client";

import { useTranslations } from "next-intl";
import { DataList } from "@/components/ui/data-list";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ContactDetail } from "@/lib/contacts/detail";

export function ContactFacts({ contact, timeZone }: { contact: ContactDetail; timeZone: string }) {
  const t = useTranslations("contacts");
  const channel = useTranslations("status.channel");
  const facts = [
    ...contact.identities.map(({ kind, value }) => ({ term: t(`identity.${kind}`), value })),
    { term: t("fields.firstName"), value: contact.firstName || "–" },
    { term: t("fields.timeZone"), value: contact.timeZone ?? t("fields.accountZone") },
    {
      term: t("fields.preferredChannel"),
      value: contact.preferredChannel ? channel(contact.preferredChannel) : t("fields.noPreference"),
    },
    {
      term: t("columns.lastReply"),
      value: contact.lastReplyAt ? <RelativeTime at={contact.lastReplyAt} timeZone={timeZone} /> : "–",
    },
    { term: t("created"), value: <RelativeTime at={contact.createdAt} timeZone={timeZone} /> },
    ...Object.entries(contact.attributes).map(([key, value]) => ({
      term: <code className="font-mono text-xs">{key}</code>,
      value: String(value ?? "–"),
    })),
  ];
  return <DataList items={facts} />;
}
