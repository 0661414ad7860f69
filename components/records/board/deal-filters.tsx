"use client";

import { useTranslations } from "next-intl";
import { SearchBox } from "@/components/contacts/search-box";
import { useAddress } from "@/components/contacts/use-address";
import { Checkbox } from "@/components/ui/checkbox";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";
import { Segmented } from "@/components/ui/segmented";
import { Toolbar } from "@/components/ui/toolbar";
import { DEAL_STATUSES } from "@/lib/core/model";
import type { Pipeline } from "@/lib/records/board";
import type { OwnerOption } from "@/lib/records/data";
import { ClearFilters } from "../clear-filters";
import { OwnerSelect } from "../owner-select";

type DealFiltersProps = { pipelines: Pipeline[]; owners: OwnerOption[]; isList: boolean };

/** The filters of the deals, each kept in the address, and the switch between board and list. */
export function DealFilters({ pipelines, owners, isList }: DealFiltersProps) {
  const t = useTranslations("records");
  const status = useTranslations("status.recordStatus");
  const { current, change } = useAddress();
  return (
    <Toolbar>
      <SearchBox label={t("filter.searchDeals")} />
      {pipelines.length > 1 && (
        <NativeSelect
          aria-label={t("filter.pipeline")}
          className="sm:w-44"
          value={current.get("pipeline") ?? (isList ? "" : pipelines[0]?.id)}
          onChange={(event) => change({ pipeline: event.target.value })}
        >
          {isList && <option value="">{t("filter.anyPipeline")}</option>}
          {pipelines.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
      {isList && (
        <NativeSelect
          aria-label={t("status")}
          className="sm:w-36"
          value={current.get("status") ?? ""}
          onChange={(event) => change({ status: event.target.value })}
        >
          <option value="">{t("filter.anyStatus")}</option>
          {DEAL_STATUSES.map((each) => (
            <option key={each} value={each}>
              {status(each)}
            </option>
          ))}
        </NativeSelect>
      )}
      <OwnerSelect owners={owners} />
      <span className="flex min-h-8 items-center gap-2">
        <Checkbox
          id="only-stalled"
          checked={current.get("stalled") === "yes"}
          onCheckedChange={(isOn) => change({ stalled: isOn === true ? "yes" : null })}
        />
        <Label htmlFor="only-stalled">{t("filter.stalled")}</Label>
      </span>
      <ClearFilters names={["search", "status", "owner", "stalled"]} />
      <Segmented
        label={t("view.label")}
        isLabelHidden
        className="sm:ml-auto"
        segments={[
          { value: "board", label: t("view.board") },
          { value: "list", label: t("view.list") },
        ]}
        value={isList ? "list" : "board"}
        onChange={(view) => change({ view: view === "list" ? "list" : null, status: null })}
      />
    </Toolbar>
  );
}
