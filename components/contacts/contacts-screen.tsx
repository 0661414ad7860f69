"use client";

import { FileUp, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { AudienceChoice } from "@/components/enrollments/audience-choice";
import { EnrollDialog } from "@/components/enrollments/enroll-dialog";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { AttributeDefinition } from "@/lib/attributes/schema";
import type { ContactListItem } from "@/lib/contacts/data";
import type { ContactFilter } from "@/lib/contacts/schema";
import type { SequenceOption } from "@/lib/enrollments/data";
import type { Page } from "@/lib/keyset";
import type { Segment } from "@/lib/segments/schema";
import { SelectionBar } from "./bulk/selection-bar";
import { useSelection } from "./bulk/use-selection";
import { ContactDialog } from "./contact-dialog";
import { ContactList } from "./contact-list";
import { ContactsToolbar } from "./contacts-toolbar";
import { SegmentTabs } from "./filter/segment-tabs";
import { ImportDialog } from "./import/import-dialog";
import { NoContacts } from "./no-contacts";
import { Pager } from "./pager";

type ContactsScreenProps = {
  account: string;
  page: Page<ContactListItem> & { count: number };
  filter: ContactFilter;
  segments: Segment[];
  sequences: SequenceOption[];
  definitions: AttributeDefinition[];
  currency: string;
  canManage: boolean;
  canEnroll: boolean;
};

type Opened = { dialog: "new" | "import" } | { dialog: "enroll"; proposal: AudienceChoice };

export function ContactsScreen({
  account,
  page,
  filter,
  segments,
  sequences,
  definitions,
  currency,
  canManage,
  canEnroll,
}: ContactsScreenProps) {
  const t = useTranslations("contacts");
  const router = useRouter();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const enroll = (proposal: AudienceChoice) => setOpened({ dialog: "enroll", proposal });
  const importButton = (
    <Button
      variant={page.count === 0 ? "default" : "outline"}
      onClick={() => setOpened({ dialog: "import" })}
    >
      <FileUp aria-hidden /> {t("import.open")}
    </Button>
  );
  useCommands(
    canManage
      ? [
          {
            id: "contact-new",
            label: t("new"),
            shortcut: "n",
            icon: Plus,
            run: () => setOpened({ dialog: "new" }),
          },
          {
            id: "contact-import",
            label: t("import.open"),
            icon: FileUp,
            run: () => setOpened({ dialog: "import" }),
          },
        ]
      : [],
  );
  const selection = useSelection(filter);
  const isEmpty = page.count === 0 && Object.values(filter).every((part) => !part);

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("text")}
        actions={
          canManage && (
            <>
              {!isEmpty && importButton}
              <Button variant={isEmpty ? "outline" : "default"} onClick={() => setOpened({ dialog: "new" })}>
                <Plus aria-hidden /> {t("new")}
              </Button>
            </>
          )
        }
      />
      {!isEmpty && (
        <SegmentTabs account={account} segments={segments} current={filter.segment} canManage={canManage} />
      )}
      {!isEmpty && (
        <ContactsToolbar
          account={account}
          filter={filter}
          count={page.count}
          canManage={canManage}
          onEnroll={canEnroll ? () => enroll(proposalOf(filter)) : undefined}
        />
      )}
      <SelectionBar
        account={account}
        selection={selection}
        matching={page.count}
        canManage={canManage}
        onEnroll={
          canEnroll
            ? () =>
                enroll(selection.isAll ? proposalOf(filter) : { kind: "chosen", contacts: selection.chosen })
            : undefined
        }
      />
      {page.rows.length > 0 && (
        <ContactList
          account={account}
          contacts={page.rows}
          selection={canManage || canEnroll ? selection : undefined}
        />
      )}
      {page.rows.length === 0 && <NoContacts isFiltered={!isEmpty} action={canManage && importButton} />}
      {!isEmpty && <Pager count={page.count} next={page.next} previous={page.previous} />}

      <ContactDialog
        account={account}
        isOpen={opened?.dialog === "new"}
        onClose={close}
        definitions={definitions}
        currency={currency}
      />
      <ImportDialog
        account={account}
        isOpen={opened?.dialog === "import"}
        onClose={close}
        onEnroll={canEnroll ? (importedAt) => enroll({ kind: "imported", importedAt }) : undefined}
      />
      <EnrollDialog
        account={account}
        sequences={sequences}
        isOpen={opened?.dialog === "enroll"}
        proposal={opened?.dialog === "enroll" ? opened.proposal : undefined}
        onClose={close}
        onEnrolled={() => router.push(`/${account}/enrollments`)}
      />
    </>
  );
}

function proposalOf(filter: ContactFilter): AudienceChoice {
  const { search = "", importedAt, segment, tag } = filter;
  if (segment || tag || filter.filter) return { kind: "listed", filter };
  return importedAt ? { kind: "imported", importedAt } : { kind: "matching", search };
}
