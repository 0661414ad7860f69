"use client";

import { useTranslations } from "next-intl";
import { useAddress } from "@/components/contacts/use-address";
import { NativeSelect } from "@/components/ui/native-select";
import { Segmented } from "@/components/ui/segmented";
import type { DraftChoices } from "@/lib/approvals/data";
import {
  DRAFT_AGES,
  DRAFT_STATES,
  DRAFT_WHO,
  type DraftCounts,
  draftFilterSchema,
} from "@/lib/approvals/schema";
import { CHANNELS } from "@/lib/core/model";

type DraftFiltersProps = { sequences: DraftChoices["sequences"]; counts: DraftCounts };

/** What the queue shows. All of it stands in the address. */
export function DraftFilters({ sequences, counts }: DraftFiltersProps) {
  const t = useTranslations("approvals.filter");
  const channel = useTranslations("status.channel");
  const { current, change } = useAddress();
  const filter = draftFilterSchema.parse(Object.fromEntries(current));
  /** What was looked at need not be among what is listed then. */
  const set = (name: string, value: string, standard = "") =>
    change({ [name]: value === standard ? null : value, draft: null });
  return (
    <search className="grid gap-2">
      <Segmented
        label={t("who")}
        isLabelHidden
        segments={DRAFT_WHO.map((who) => ({
          value: who,
          label: (
            <>
              {t(`whose.${who}`)}
              <span className="text-muted-foreground text-xs tabular-nums">{counts[who]}</span>
            </>
          ),
        }))}
        value={filter.who}
        onChange={(who) => set("who", who, "mine")}
      />
      <div className="grid grid-cols-2 gap-2">
        <NativeSelect
          aria-label={t("state")}
          value={filter.state}
          onChange={({ target }) => set("state", target.value, "open")}
        >
          {DRAFT_STATES.map((state) => (
            <option key={state} value={state}>
              {t(`states.${state}`, { count: state === "snoozed" ? counts.snoozed : 0 })}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          aria-label={t("channel")}
          value={filter.channel ?? ""}
          onChange={({ target }) => set("channel", target.value)}
        >
          <option value="">{t("anyChannel")}</option>
          {CHANNELS.map((each) => (
            <option key={each} value={each}>
              {channel(each)}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          aria-label={t("sequence")}
          value={filter.sequence ?? ""}
          onChange={({ target }) => set("sequence", target.value)}
        >
          <option value="">{t("anySequence")}</option>
          {sequences.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          aria-label={t("age")}
          value={filter.age ?? ""}
          onChange={({ target }) => set("age", target.value)}
        >
          <option value="">{t("anyAge")}</option>
          {DRAFT_AGES.map((hours) => (
            <option key={hours} value={hours}>
              {t("olderThan", { count: Number(hours) })}
            </option>
          ))}
        </NativeSelect>
      </div>
    </search>
  );
}
