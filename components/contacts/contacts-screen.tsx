"use client";

import { FileUp, Plus, UserPlus, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { AudienceChoice } from "@/components/enrollments/audience-choice";
import { EnrollDialog } from "@/components/enrollments/enroll-dialog";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { Toolbar } from "@/components/ui/toolbar";
import type { AttributeDefinition } from "@/lib/attributes/schema";
import type { ContactListItem } from "@/lib/contacts/data";
import type { ContactFilter } from "@/lib/contacts/schema";
import type { SequenceOption } from "@/lib/enrollments/data";
import type { Page } from "@/lib/keyset";
import { ContactDialog } from "./contact-dialog";
import { ContactList } from "./contact-list";
import { ImportDialog } from "./import/import-dialog";
import { NoContacts } from "./no-contacts";
import { Pager } from "./pager";
import { SearchBox } from "./search-box";
import { useAddress } from "./use-address";

type ContactsScreenProps = {
  account: string;
  page: Page<ContactListItem> & { count: number };
  filter: ContactFilter;
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
  const isEmpty = page.count === 0 && !filter.search && !filter.importedAt;

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
        <Toolbar>
          <SearchBox label={t("search")} />
          <ImportFilter filter={filter} />
          {canEnroll && page.count > 0 && (
            <Button variant="outline" className="col-span-full" onClick={() => enroll(proposalOf(filter))}>
              <UserPlus aria-hidden /> {t("enrollThese", { count: page.count })}
            </Button>
          )}
        </Toolbar>
      )}
      {page.rows.length > 0 && <ContactList account={account} contacts={page.rows} />}
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

const proposalOf = ({ search = "", importedAt }: ContactFilter): AudienceChoice =>
  importedAt ? { kind: "imported", importedAt } : { kind: "matching", search };

function ImportFilter({ filter: { importedAt } }: { filter: ContactFilter }) {
  const t = useTranslations("contacts");
  const { change } = useAddress();
  if (!importedAt) return null;
  return (
    <Button variant="secondary" onClick={() => change({ importedAt: null })} aria-label={t("clearImport")}>
      {t("ofImport")} <RelativeTime at={importedAt} /> <X aria-hidden />
    </Button>
  );
}
