"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { SearchBox } from "@/components/contacts/search-box";
import { useAddress } from "@/components/contacts/use-address";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { Toolbar } from "@/components/ui/toolbar";
import { END_REASONS, ENROLLMENT_STATUSES } from "@/lib/core/model";
import type { SequenceOption } from "@/lib/enrollments/data";

const FILTERS = ["status", "reason", "sequence", "search"];

/** The filters of the browser, each kept in the address. */
export function FilterBar({ sequences }: { sequences: SequenceOption[] }) {
  const t = useTranslations("enrollments.filter");
  const status = useTranslations("status");
  const { current, change } = useAddress();
  const chosen = (name: string) => current.get(name) ?? "";
  const isFiltered = FILTERS.some((name) => chosen(name) !== "");
  return (
    <Toolbar>
      <SearchBox label={t("search")} />
      <NativeSelect
        aria-label={t("state")}
        className="sm:w-36"
        value={chosen("status")}
        onChange={(event) =>
          change({
            status: event.target.value,
            reason: event.target.value === "ended" ? chosen("reason") : null,
          })
        }
      >
        <option value="">{t("anyState")}</option>
        {ENROLLMENT_STATUSES.map((each) => (
          <option key={each} value={each}>
            {status(`enrollment.${each}`)}
          </option>
        ))}
      </NativeSelect>
      {chosen("status") === "ended" && (
        <NativeSelect
          aria-label={t("reason")}
          className="sm:w-44"
          value={chosen("reason")}
          onChange={(event) => change({ reason: event.target.value })}
        >
          <option value="">{t("anyReason")}</option>
          {END_REASONS.map((each) => (
            <option key={each} value={each}>
              {status(`end.${each}`)}
            </option>
          ))}
        </NativeSelect>
      )}
      <NativeSelect
        aria-label={t("sequence")}
        className="sm:w-52"
        value={chosen("sequence")}
        onChange={(event) => change({ sequence: event.target.value })}
      >
        <option value="">{t("anySequence")}</option>
        {sequences.map((sequence) => (
          <option key={sequence.id} value={sequence.id}>
            {sequence.name}
          </option>
        ))}
      </NativeSelect>
      {isFiltered && (
        <Button
          variant="ghost"
          onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, null])))}
        >
          <X aria-hidden /> {t("clear")}
        </Button>
      )}
    </Toolbar>
  );
}
