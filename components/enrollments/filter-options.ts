"use client";

import { useTranslations } from "next-intl";
import { CHANNELS, END_REASONS, ENROLLMENT_METHODS, ENROLLMENT_STATUSES } from "@/lib/core/model";
import type { SequenceOption } from "@/lib/enrollments/data";
import { useFilterChoices } from "./filter-choices";
import {
  type AskedFilter,
  type ChoiceField,
  FILTER_FIELDS,
  isDayField,
  needsSequence,
} from "./filter-fields";

/** A value as the address has it and as a person reads it. */
export type FilterOption = { value: string; label: string };

const WAITING_DAYS = [1, 2, 3, 5, 7, 14, 30, 60, 90];
const NONE = "none";

type Asked = {
  account: string;
  filter: AskedFilter;
  sequences: SequenceOption[];
  /** Somebody is about to choose: the server is asked for what there is. */
  isChoosing: boolean;
};

/** What each filter may be set to; null while the server is asked. */
export function useFilterOptions({ account, filter, sequences, isChoosing }: Asked) {
  const t = useTranslations("enrollments.filter");
  const status = useTranslations("status");
  const entryWord = useEntryWord();
  const hasNames = Boolean(filter.assignee ?? filter.version ?? filter.step ?? filter.segment);
  const choices = useFilterChoices(account, filter.sequence, isChoosing || hasNames);

  const optionsOf = (field: ChoiceField): FilterOption[] | null => {
    switch (field) {
      case "status":
        return [
          { value: "live", label: t("live") },
          ...ENROLLMENT_STATUSES.map((value) => ({ value, label: status(`enrollment.${value}`) })),
        ];
      case "reason":
        return END_REASONS.map((value) => ({ value, label: status(`end.${value}`) }));
      case "sequence":
        return sequences.map(({ id, name }) => ({ value: id, label: name ?? t("unknown") }));
      case "channel":
        return [
          ...CHANNELS.map((value) => ({ value, label: status(`channel.${value}`) })),
          { value: NONE, label: t("noChannel") },
        ];
      case "waiting":
        return WAITING_DAYS.map((count) => ({ value: String(count), label: t("days", { count }) }));
      case "holdout":
        return ["yes", "no"].map((value) => ({ value, label: t(`heldOut.${value}`) }));
      case "assignee":
        return known(choices?.assignees, ({ id, name }) => ({ value: id, label: name ?? t("unknown") }), {
          value: NONE,
          label: t("nobody"),
        });
      case "tag":
        return known(choices?.tags, (tag) => ({ value: tag, label: tag }));
      case "segment":
        return known(choices?.segments, ({ id, name }) => ({ value: id, label: name }));
      case "entry":
        return known(choices?.entries, (value) => ({ value, label: entryWord(value) }));
      case "version":
        return known(choices?.versions, ({ id, number }) => ({
          value: id,
          label: t("versionNumber", { number }),
        }));
      case "step":
        return known(
          choices?.steps,
          ({ id, number, name }) => ({
            value: id,
            label: name ? t("stepNamed", { number, name }) : t("stepNumber", { number }),
          }),
          { value: NONE, label: t("noStep") },
        );
    }
  };

  return {
    optionsOf,
    /** Fields that can be chosen now. */
    fields: FILTER_FIELDS.filter((field) => !needsSequence(field) || filter.sequence),
    /** What a set filter says; what no longer exists says so. */
    wordOf: (field: ChoiceField, value: string) => {
      // These say themselves, whether they are among what can be chosen or not.
      if (field === "waiting") return t("days", { count: Number(value) || 0 });
      if (field === "entry") return entryWord(value);
      if (field === "tag") return value;
      const options = optionsOf(field);
      if (!options) return "…";
      return options.find((option) => option.value === value)?.label ?? t("unknown");
    },
    /** All values of all fields, to be found by their names. */
    everything: () =>
      FILTER_FIELDS.flatMap((field) =>
        isDayField(field) ? [] : (optionsOf(field) ?? []).map((option) => ({ ...option, field })),
      ),
  };
}

/** Null while the server is asked. */
function known<T>(
  choices: T[] | undefined,
  optionOf: (choice: T) => FilterOption,
  ...first: FilterOption[]
): FilterOption[] | null {
  return choices ? [...first, ...choices.map(optionOf)] : null;
}

/** What started a run: the event of a trigger, or by which means. */
function useEntryWord() {
  const t = useTranslations("enrollments.filter.methods");
  const events = useTranslations("triggers.events");
  return (entry: string) => {
    const method = ENROLLMENT_METHODS.find((one) => one === entry);
    if (method) return t(method);
    return events.has(entry) ? events(entry) : entry;
  };
}
