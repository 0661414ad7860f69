"use client";

import { Pencil, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RecordList } from "@/components/records/record-list";
import { Crumb } from "@/components/shell/crumb";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { AttributeDefinition } from "@/lib/attributes/schema";
import type { ContactDetail } from "@/lib/contacts/detail";
import type { ContactForm } from "@/lib/contacts/schema";
import type { SequenceOption } from "@/lib/enrollments/data";
import type { RecordRow } from "@/lib/records/schema";
import { ConsentLog } from "./consent-log";
import { ContactDialog } from "./contact-dialog";
import { ContactFacts } from "./contact-facts";
import { ContactRuns } from "./contact-runs";
import { EnrollContactDialog } from "./enroll-contact-dialog";
import { MessagingSwitches } from "./messaging-switches";
import { useRefresh } from "./use-refresh";

type ContactScreenProps = {
  account: string;
  contact: ContactDetail;
  sequences: SequenceOption[];
  records: RecordRow[];
  timeZone: string;
  currency: string;
  definitions: AttributeDefinition[];
  canManage: boolean;
  canEnroll: boolean;
  canDefine: boolean;
};

export function ContactScreen({
  account,
  contact,
  sequences,
  records,
  timeZone,
  currency,
  definitions,
  canManage,
  canEnroll,
  canDefine,
}: ContactScreenProps) {
  const t = useTranslations("contacts");
  const record = useTranslations("records");
  const [opened, setOpened] = useState<"edit" | "enroll" | null>(null);
  const close = () => setOpened(null);
  useRefresh();
  return (
    <>
      <Crumb>{contact.name}</Crumb>
      <PageHeader
        title={contact.name}
        actions={
          <>
            {canManage && (
              <Button variant="outline" onClick={() => setOpened("edit")}>
                <Pencil aria-hidden /> {t("edit")}
              </Button>
            )}
            {canEnroll && (
              <Button onClick={() => setOpened("enroll")}>
                <UserPlus aria-hidden /> {t("enroll")}
              </Button>
            )}
          </>
        }
      />
      <div className="grid gap-8 px-4 pb-8 md:px-6 lg:grid-cols-[3fr_2fr]">
        <div className="grid min-w-0 content-start gap-8">
          <Section className="grid-cols-[minmax(0,1fr)]" title={t("runs.title")} description={t("runs.text")}>
            <ContactRuns account={account} runs={contact.runs} timeZone={timeZone} />
          </Section>
          <Section className="grid-cols-[minmax(0,1fr)]" title={record("title")} description={record("text")}>
            <RecordList
              account={account}
              contactId={contact.id}
              records={records}
              timeZone={timeZone}
              currency={currency}
              canManage={canManage}
            />
          </Section>
          <Section
            className="grid-cols-[minmax(0,1fr)]"
            title={t("consent.title")}
            description={t("consent.text")}
          >
            <ConsentLog consents={contact.consents} timeZone={timeZone} />
          </Section>
        </div>
        <div className="grid min-w-0 content-start gap-8">
          <Section title={t("messaging.title")}>
            <MessagingSwitches account={account} contact={contact} canManage={canManage} />
          </Section>
          <Section title={t("details")}>
            <ContactFacts
              account={account}
              contact={contact}
              definitions={definitions}
              timeZone={timeZone}
              currency={currency}
              canDefine={canDefine}
            />
          </Section>
        </div>
      </div>
      <ContactDialog
        account={account}
        isOpen={opened === "edit"}
        onClose={close}
        definitions={definitions}
        currency={currency}
        known={{ id: contact.id, contact: formOf(contact) }}
      />
      <EnrollContactDialog
        account={account}
        contactId={contact.id}
        sequences={sequences}
        isOpen={opened === "enroll"}
        onClose={close}
      />
    </>
  );
}

function formOf(contact: ContactDetail): ContactForm {
  const newest = (kind: "phone" | "email") =>
    contact.identities.find((each) => each.kind === kind)?.value ?? "";
  return {
    ...{ name: contact.name, firstName: contact.firstName, phone: newest("phone"), email: newest("email") },
    ...{ timeZone: contact.timeZone ?? "", preferredChannel: contact.preferredChannel ?? "" },
    attributes: Object.entries(contact.attributes).map(([key, value]) => ({
      key,
      value: String(value ?? ""),
    })),
  };
}
