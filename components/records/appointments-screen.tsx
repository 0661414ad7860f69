"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { SearchBox } from "@/components/contacts/search-box";
import { useAddress } from "@/components/contacts/use-address";
import { useRefresh } from "@/components/contacts/use-refresh";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { PageHeader } from "@/components/ui/page-header";
import { Segmented } from "@/components/ui/segmented";
import { Toolbar } from "@/components/ui/toolbar";
import { APPOINTMENT_STATUSES } from "@/lib/core/model";
import type { OwnerOption } from "@/lib/records/data";
import type { RecordPage } from "@/lib/records/lists";
import { AppointmentDays } from "./appointment-days";
import { ClearFilters } from "./clear-filters";
import { OwnerSelect } from "./owner-select";
import { type FrameProps, RecordsFrame } from "./records-frame";

type AppointmentsScreenProps = Omit<FrameProps, "kind"> & {
  page: RecordPage;
  owners: OwnerOption[];
  isFiltered: boolean;
};

export function AppointmentsScreen({ page, owners, isFiltered, ...frame }: AppointmentsScreenProps) {
  useRefresh();
  return (
    <RecordsFrame {...frame} kind="appointment">
      {(acts) => (
        <>
          <Header canManage={frame.canManage} onAdd={acts.add} />
          <AppointmentFilters owners={owners} />
          <AppointmentDays {...frame} {...acts} kind="appointment" page={page} isFiltered={isFiltered} />
        </>
      )}
    </RecordsFrame>
  );
}

function Header({ canManage, onAdd }: { canManage: boolean; onAdd: () => void }) {
  const t = useTranslations("records");
  const label = t("newOf.appointment");
  useCommands(canManage ? [{ id: "new-appointment", label, shortcut: "n", icon: Plus, run: onAdd }] : []);
  return (
    <PageHeader
      title={t("titles.appointments")}
      description={t("texts.appointments")}
      actions={
        canManage && (
          <Button onClick={onAdd}>
            <Plus aria-hidden /> {label}
          </Button>
        )
      }
    />
  );
}

function AppointmentFilters({ owners }: { owners: OwnerOption[] }) {
  const t = useTranslations("records");
  const status = useTranslations("status.recordStatus");
  const { current, change } = useAddress();
  return (
    <Toolbar>
      <Segmented
        label={t("when.label")}
        isLabelHidden
        className="col-span-2"
        segments={[
          { value: "upcoming", label: t("when.upcoming") },
          { value: "past", label: t("when.past") },
        ]}
        value={current.get("when") === "past" ? "past" : "upcoming"}
        onChange={(when) => change({ when: when === "past" ? "past" : null })}
      />
      <SearchBox label={t("filter.searchAppointments")} />
      <NativeSelect
        aria-label={t("status")}
        className="sm:w-40"
        value={current.get("status") ?? ""}
        onChange={(event) => change({ status: event.target.value })}
      >
        <option value="">{t("filter.anyStatus")}</option>
        {APPOINTMENT_STATUSES.map((each) => (
          <option key={each} value={each}>
            {status(each)}
          </option>
        ))}
      </NativeSelect>
      <OwnerSelect owners={owners} />
      <ClearFilters names={["search", "status", "owner", "contact"]} />
    </Toolbar>
  );
}
