import { useTranslations } from "next-intl";
import type { DivisionLabel, StepLabel } from "@/lib/reports/schema";

/** What the rows of a division are called. */
export function useLabels() {
  const t = useTranslations("reports");
  const channels = useTranslations("status.channel");
  const triggers = useTranslations("triggers.events");

  const step = ({ number }: Pick<StepLabel, "number">) =>
    number === null ? t("labels.noStep") : t("labels.step", { number });
  const stepOf = (label: StepLabel) =>
    t("labels.stepOf", { step: step(label), sequence: label.sequence ?? t("labels.sequence") });
  const text = (letter: string | null) =>
    letter === null ? t("labels.noVariant") : t("labels.variant", { letter });
  /** The event of a trigger, or the way in; an event of the account's own is called as it is. */
  const entry = (value: string): string => {
    if (t.has(`entry.${value}`)) return t(`entry.${value}`);
    return value.includes(".") && triggers.has(value) ? triggers(value) : value;
  };
  const label = (of: DivisionLabel): string => {
    switch (of.by) {
      case "sequence":
        return of.name ?? t("labels.sequence");
      case "step":
        return stepOf(of);
      case "variant":
        return `${stepOf(of)}, ${text(of.letter)}`;
      case "channel":
        return of.channel === null ? t("labels.noChannel") : channels(of.channel);
      case "mode":
        return t(`mode.${of.mode}`);
      case "assignee":
        return of.name ?? t(of.isAssigned ? "labels.gone" : "labels.unassigned");
      case "entry":
        return entry(of.entry);
    }
  };
  return { label, step, stepOf, text, entry };
}
