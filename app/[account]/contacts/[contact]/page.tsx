import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { ContactScreen } from "@/components/contacts/contact-screen";
import { attributeDefinitions } from "@/lib/attributes/data";
import { contactDetail } from "@/lib/contacts/detail";
import { suggestDuplicates } from "@/lib/contacts/duplicates";
import { sequenceOptions } from "@/lib/enrollments/data";
import { AppError } from "@/lib/errors";
import { accountPage } from "@/lib/gate";
import { may } from "@/lib/permissions";
import { listRecords } from "@/lib/records/data";
import { settingsOf } from "@/lib/settings/data";

type Props = { params: Promise<{ account: string; contact: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts");
  return { title: t("contact") };
}

export default async function ContactPage({ params }: Props) {
  const { accountId, account, role } = await accountPage(params, "contacts.view");
  const id = z.uuid().safeParse((await params).contact);
  if (!id.success) notFound();
  const [contact, sequences, records, { timeZone, currency }, definitions, duplicates] = await Promise.all([
    contactDetail(accountId, id.data).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "not_found") notFound();
      throw error;
    }),
    sequenceOptions(accountId),
    listRecords(accountId, id.data),
    settingsOf(accountId),
    attributeDefinitions(accountId),
    suggestDuplicates(accountId, id.data),
  ]);
  return (
    <ContactScreen
      account={account.slug}
      contact={contact}
      sequences={sequences}
      records={records}
      timeZone={timeZone}
      currency={currency}
      definitions={definitions}
      canManage={may(role, "contacts.manage")}
      canEnroll={may(role, "enrollments.manage")}
      canDefine={may(role, "settings.manage")}
      canErase={may(role, "contacts.erase")}
      duplicates={duplicates}
    />
  );
}
