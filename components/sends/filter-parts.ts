import { type NamedFilter, NONE, type SendFilter } from "@/lib/sends/schema";
import { daysSentence } from "./days-sentence";

/** A part of what the list shows, in words, and what the filter is without it. */
export type FilterPart = { key: string; text: string; without: SendFilter };

type Words = {
  /** Of the namespace `sends.filter`. */
  t: (key: string, values?: Record<string, string | number>) => string;
  /** How channels, modes and entries are called. */
  channel: (channel: string) => string;
  mode: (mode: string) => string;
  entry: (entry: string) => string;
  locale: string;
};

/** What a filter means, part by part, in the order of a sentence. What depends on a part goes with it. */
export function filterParts(filter: SendFilter, names: NamedFilter, words: Words): FilterPart[] {
  const { t, locale } = words;
  const { sequence, version, step, variant, channel, mode, assignee, entry, segment, weekday, hour } = filter;
  const part = (key: string, text: string, ...gone: (keyof SendFilter)[]): FilterPart => ({
    ...{ key, text },
    without: Object.fromEntries(
      Object.entries(filter).filter(([name]) => !gone.includes(name as keyof SendFilter)),
    ),
  });
  const parts: (FilterPart | false | undefined)[] = [
    sequence !== undefined &&
      part("sequence", names.sequence ?? t("goneSequence"), "sequence", "version", "step", "variant"),
    version !== undefined &&
      part(
        "version",
        names.versionNumber ? t("version", { number: names.versionNumber }) : t("goneVersion"),
        "version",
      ),
    step !== undefined && part("step", stepText(step, names, t), "step", "variant"),
    variant !== undefined && part("variant", variantText(variant, names, t), "variant"),
    channel !== undefined &&
      part("channel", channel === NONE ? t("noChannel") : words.channel(channel), "channel"),
    mode !== undefined && part("mode", t("mode", { mode: words.mode(mode) }), "mode"),
    assignee !== undefined && part("assignee", assigneeText(assignee, names, t), "assignee"),
    entry !== undefined && part("entry", t("entry", { entry: words.entry(entry) }), "entry"),
    segment !== undefined &&
      part("segment", names.segment ? t("segment", { name: names.segment }) : t("goneSegment"), "segment"),
    filter.holdout && part("holdout", t("holdout"), "holdout"),
    (filter.from !== undefined || filter.to !== undefined) &&
      part("days", daysSentence(filter, t, locale), "from", "to", "by"),
    weekday !== undefined && part("weekday", weekdayName(weekday, locale), "weekday"),
    hour !== undefined && part("hour", t("hour", { from: clock(hour), to: clock((hour + 1) % 24) }), "hour"),
  ];
  return parts.filter((one) => one !== false && one !== undefined);
}

type Translate = Words["t"];

function stepText(step: string, { stepNumber }: NamedFilter, t: Translate): string {
  if (step === NONE) return t("noStep");
  return stepNumber ? t("step", { number: stepNumber }) : t("goneStep");
}

function variantText(variant: string, { variantLetter }: NamedFilter, t: Translate): string {
  if (variant === NONE) return t("noVariant");
  return variantLetter ? t("variant", { letter: variantLetter }) : t("goneVariant");
}

function assigneeText(assignee: string, names: NamedFilter, t: Translate): string {
  if (assignee === NONE) return t("unassigned");
  return names.assignee ? t("assignee", { name: names.assignee }) : t("goneAssignee");
}

/** The first of January 2024 was a Monday. */
const weekdayName = (weekday: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(2024, 0, weekday)),
  );

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;
