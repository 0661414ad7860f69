"use client";

import { useTranslations } from "next-intl";
import { DataList } from "@/components/ui/data-list";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AttributeDefinition } from "@/lib/attributes/schema";
import type { ContactDetail } from "@/lib/contacts/detail";
import { AttributeValue } from "./attribute-value";

type ContactFactsProps = {
  account: string;
  contact: ContactDetail;
  definitions: AttributeDefinition[];
  timeZone: string;
  currency: string;
  canDefine: boolean;
};

export function ContactFacts({
  account,
  contact,
  definitions,
  timeZone,
  currency,
  canDefine,
}: ContactFactsProps) {
  const t = useTranslations("contacts");
  const channel = useTranslations("status.channel");
  const facts = [
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
    ...attributesOf(contact, definitions).map(({ key, value, definition }) => ({
      term: definition?.label ?? <code className="font-mono text-xs">{key}</code>,
      value: (
        <>
          <AttributeValue value={value} type={definition?.type} currency={currency} />
          {!definition && canDefine && (
            <Link
              className="link ml-2 text-xs"
              href={`/${account}/settings/attributes?define=${key}`}
              aria-label={t("fields.defineNamed", { name: key })}
            >
              {t("fields.define")}
            </Link>
          )}
        </>
      ),
    })),
  ];
  return <DataList items={facts} />;
}

/** The defined ones in their order, then the others by name. */
function attributesOf({ attributes }: ContactDetail, definitions: AttributeDefinition[]) {
  const place = new Map(definitions.map(({ key }, index) => [key, index]));
  return Object.entries(attributes)
    .map(([key, value]) => ({ key, value, definition: definitions[place.get(key) ?? -1] }))
    .sort((a, b) => (place.get(a.key) ?? 1e6) - (place.get(b.key) ?? 1e6) || (a.key < b.key ? -1 : 1));
}
