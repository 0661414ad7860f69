import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContactsScreen } from "@/components/contacts/contacts-screen";
import { fromAddress } from "@/lib/address";
import { attributeDefinitions } from "@/lib/attributes/data";
import { listContacts } from "@/lib/contacts/data";
import { contactFilterSchema } from "@/lib/contacts/schema";
import { sequenceOptions } from "@/lib/enrollments/data";
import { accountPage } from "@/lib/gate";
import { cursorSchema } from "@/lib/keyset";
import { may } from "@/lib/permissions";
import { listSegments } from "@/lib/segments/data";
import { settingsOf } from "@/lib/settings/data";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts");
  return { title: t("title") };
}

export default async function ContactsPage({ params, searchParams }: Props) {
  const { accountId, account, role } = await accountPage(params, "contacts.view");
  const asked = await searchParams;
  const segments = await listSegments(accountId);
  const filter = fromAddress(contactFilterSchema, asked);
  // An old address may name a segment that was deleted.
  if (!segments.some(({ id }) => id === filter.segment)) delete filter.segment;
  const [page, sequences, definitions, { currency }] = await Promise.all([
    listContacts(accountId, filter, fromAddress(cursorSchema, asked)),
    sequenceOptions(accountId),
    attributeDefinitions(accountId),
    settingsOf(accountId),
  ]);
  return (
    <ContactsScreen
      account={account.slug}
      page={page}
      filter={filter}
      segments={segments}
      sequences={sequences}
      definitions={definitions}
      currency={currency}
      canManage={may(role, "contacts.manage")}
      canEnroll={may(role, "enrollments.bulk")}
    />
  );
}
