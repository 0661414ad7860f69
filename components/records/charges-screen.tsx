"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { SearchBox } from "@/components/contacts/search-box";
import { useAddress } from "@/components/contacts/use-address";
import { useRefresh } from "@/components/contacts/use-refresh";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";
import { PageHeader } from "@/components/ui/page-header";
import { Toolbar } from "@/components/ui/toolbar";
import { CHARGE_STATUSES } from "@/lib/core/model";
import type { OwnerOption } from "@/lib/records/data";
import type { RecordPage } from "@/lib/records/lists";
import { ClearFilters } from "./clear-filters";
import { OwnerSelect } from "./owner-select";
import { RecordTable } from "./record-table";
import { type FrameProps, RecordsFrame } from "./records-frame";

type ChargesScreenProps = Omit<FrameProps, "kind"> & {
  page: RecordPage;
  owners: OwnerOption[];
  isFiltered: boolean;
};

export function ChargesScreen({ page, owners, isFiltered, ...frame }: ChargesScreenProps) {
  useRefresh();
  return (
    <RecordsFrame {...frame} kind="charge">
      {(acts) => (
        <>
          <Header canManage={frame.canManage} onAdd={acts.add} />
          <ChargeFilters owners={owners} />
          <RecordTable {...frame} {...acts} kind="charge" page={page} isFiltered={isFiltered} />
        </>
      )}
    </RecordsFrame>
  );
}

function Header({ canManage, onAdd }: { canManage: boolean; onAdd: () => void }) {
  const t = useTranslations("records");
  useCommands(
    canManage ? [{ id: "new-charge", label: t("newOf.charge"), shortcut: "n", icon: Plus, run: onAdd }] : [],
  );
  return (
    <PageHeader
      title={t("titles.charges")}
      description={t("texts.charges")}
      actions={
        canManage && (
          <Button onClick={onAdd}>
            <Plus aria-hidden /> {t("newOf.charge")}
          </Button>
        )
      }
    />
  );
}

const FILTERS = ["search", "status", "from", "to", "owner", "contact"];

function ChargeFilters({ owners }: { owners: OwnerOption[] }) {
  const t = useTranslations("records");
  const status = useTranslations("status.recordStatus");
  const { current, change } = useAddress();
  return (
    <Toolbar>
      <SearchBox label={t("filter.searchCharges")} />
      <NativeSelect
        aria-label={t("status")}
        className="sm:w-40"
        value={current.get("status") ?? ""}
        onChange={(event) => change({ status: event.target.value })}
      >
        <option value="">{t("filter.anyStatus")}</option>
        <option value="open">{t("filter.unpaid")}</option>
        {CHARGE_STATUSES.map((each) => (
          <option key={each} value={each}>
            {status(each)}
          </option>
        ))}
      </NativeSelect>
      {(["from", "to"] as const).map((name) => (
        <span key={name} className="flex items-center gap-2">
          <Label htmlFor={`due-${name}`} className="whitespace-nowrap text-muted-foreground">
            {t(`filter.${name}`)}
          </Label>
          <Input
            id={`due-${name}`}
            type="date"
            className="sm:w-36"
            value={current.get(name) ?? ""}
            onChange={(event) => change({ [name]: event.target.value })}
          />
        </span>
      ))}
      <OwnerSelect owners={owners} />
      <ClearFilters names={FILTERS} />
    </Toolbar>
  );
}
