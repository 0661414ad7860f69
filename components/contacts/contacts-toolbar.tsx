"use client";

import { Download, ListFilter, UserPlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Toolbar } from "@/components/ui/toolbar";
import type { ContactFilter } from "@/lib/contacts/schema";
import type { ConditionGroups } from "@/lib/core/model-rules";
import { FilterPanel } from "./filter/filter-panel";
import { SearchBox } from "./search-box";
import { useAddress } from "./use-address";

type ContactsToolbarProps = {
  account: string;
  filter: ContactFilter;
  count: number;
  canManage: boolean;
  /** Absent where the person may not enroll many. */
  onEnroll: (() => void) | undefined;
};

/** Search, filters and what may be done with all that is listed. */
export function ContactsToolbar({ account, filter, count, canManage, onEnroll }: ContactsToolbarProps) {
  const t = useTranslations();
  const { current } = useAddress();
  const [isOpen, setOpen] = useState(filter.filter !== undefined);
  // The page has the whole address, the export takes what filters.
  const asked = new URLSearchParams(current);
  for (const key of ["after", "before"]) asked.delete(key);
  return (
    <>
      <Toolbar>
        <SearchBox label={t("contacts.search")} />
        <Button variant="outline" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <ListFilter aria-hidden /> {t("filter.button", { count: sizeOf(filter.filter) })}
        </Button>
        <ImportFilter importedAt={filter.importedAt} />
        <TagFilter tag={filter.tag} />
        {count > 0 && (
          <Button asChild variant="outline">
            <a href={`/api/a/${account}/contacts/export?${asked}`} download>
              <Download aria-hidden /> {t("contacts.export")}
            </a>
          </Button>
        )}
        {onEnroll && count > 0 && (
          <Button variant="outline" className="col-span-full" onClick={onEnroll}>
            <UserPlus aria-hidden /> {t("contacts.enrollThese", { count })}
          </Button>
        )}
      </Toolbar>
      {isOpen && <FilterPanel account={account} filter={filter.filter} canManage={canManage} />}
    </>
  );
}

const sizeOf = (groups: ConditionGroups | undefined): number =>
  groups
    ? groups.conditions.length +
      (groups.groups ?? []).reduce((sum, { conditions }) => sum + conditions.length, 0)
    : 0;

function ImportFilter({ importedAt }: Pick<ContactFilter, "importedAt">) {
  const t = useTranslations("contacts");
  const { change } = useAddress();
  if (!importedAt) return null;
  return (
    <Button variant="secondary" onClick={() => change({ importedAt: null })} aria-label={t("clearImport")}>
      {t("ofImport")} <RelativeTime at={importedAt} /> <X aria-hidden />
    </Button>
  );
}

function TagFilter({ tag }: Pick<ContactFilter, "tag">) {
  const t = useTranslations("contacts");
  const { change } = useAddress();
  if (!tag) return null;
  return (
    <Button variant="secondary" onClick={() => change({ tag: null })} aria-label={t("clearTag", { tag })}>
      {t("ofTag", { tag })} <X aria-hidden />
    </Button>
  );
}
