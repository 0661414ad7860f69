"use client";

import { Download, Eraser, Merge, MoreHorizontal, Pencil, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RecordList } from "@/components/records/record-list";
import { Crumb } from "@/components/shell/crumb";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { AttributeDefinition } from "@/lib/attributes/schema";
import type { ContactDetail } from "@/lib/contacts/detail";
import type { Duplicate } from "@/lib/contacts/duplicates";
import type { ContactForm } from "@/lib/contacts/schema";
import type { SequenceOption } from "@/lib/enrollments/data";
import type { RecordRow } from "@/lib/records/schema";
import { ConsentLog } from "./consent-log";
import { ContactDialog } from "./contact-dialog";
import { ContactFacts } from "./contact-facts";
import { ContactRuns } from "./contact-runs";
import { EnrollContactDialog } from "./enroll-contact-dialog";
import { MessagingSwitches } from "./messaging-switches";
import { Addresses } from "./person/addresses";
import { Duplicates } from "./person/duplicates";
import { EraseDialog } from "./person/erase-dialog";
import { MergeDialog } from "./person/merge-dialog";
import { OwnerAndTags } from "./person/owner-and-tags";
import { ContactTimeline } from "./person/timeline";
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
  canErase: boolean;
  duplicates: Duplicate[];
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
  canErase,
  duplicates,
}: ContactScreenProps) {
  const t = useTranslations("contacts");
  const record = useTranslations("records");
  const [opened, setOpened] = useState<"edit" | "enroll" | "merge" | "erase" | null>(null);
  const [other, setOther] = useState<{ id: string; name: string } | null>(null);
  const merge = (proposed: typeof other) => {
    setOther(proposed);
    setOpened("merge");
  };
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
            {(canManage || canErase) && (
              <DropdownMenu>
                <DropdownMenuTrigger asChild>
                  <Button variant="outline" size="icon" aria-label={t("more")}>
                    <MoreHorizontal aria-hidden />
                  </Button>
                </DropdownMenuTrigger>
                <DropdownMenuContent align="end">
                  {canManage && (
                    <DropdownMenuItem onSelect={() => merge(null)}>
                      <Merge aria-hidden /> {t("merge.open")}
                    </DropdownMenuItem>
                  )}
                  {canErase && (
                    <DropdownMenuItem asChild>
                      <a href={`/api/a/${account}/contacts/${contact.id}/person`} download>
                        <Download aria-hidden /> {t("erase.export")}
                      </a>
                    </DropdownMenuItem>
                  )}
                  {canErase && (
                    <DropdownMenuItem variant="destructive" onSelect={() => setOpened("erase")}>
                      <Eraser aria-hidden /> {t("erase.open")}
                    </DropdownMenuItem>
                  )}
                </DropdownMenuContent>
              </DropdownMenu>
            )}
          </>
        }
      />
      <div className="grid gap-8 px-4 pb-8 md:px-6 lg:grid-cols-[3fr_2fr]">
        <div className="grid min-w-0 content-start gap-8">
          {canManage && <Duplicates account={account} duplicates={duplicates} onMerge={merge} />}
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
          <ContactTimeline account={account} contactId={contact.id} timeZone={timeZone} />
        </div>
        <div className="grid min-w-0 content-start gap-8">
          <OwnerAndTags account={account} contact={contact} canManage={canManage} />
          <Section title={t("addresses.title")} description={t("addresses.text")}>
            <Addresses account={account} contact={contact} canManage={canManage} />
          </Section>
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
      <MergeDialog
        account={account}
        contact={contact}
        proposed={other}
        isOpen={opened === "merge"}
        onClose={close}
      />
      <EraseDialog account={account} contact={contact} isOpen={opened === "erase"} onClose={close} />
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
