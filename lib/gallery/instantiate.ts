import { SEQUENCE_DEFAULTS, type SendingHours, type SequenceDraft, STEP_DEFAULTS } from "@/lib/core/model";
import type { Locale } from "@/lib/locale";
import type { ReadyMade, ReadyMadeStep } from "./schema";

/** A draft of one's own in one language: every step gets an id that no other sequence has. */
export function instantiate(readyMade: ReadyMade, locale: Locale): SequenceDraft {
  const { target, hours, steps, exitRules, goal, triggers, reenrollment } = readyMade;
  return {
    schemaVersion: 1,
    target,
    ...SEQUENCE_DEFAULTS,
    steps: steps.map((step) => ({
      id: crypto.randomUUID(),
      wait: step.wait,
      channel: step.channel,
      content: contentOf(step, locale),
      windowClosed: { do: step.windowClosed ?? "skip" },
      ...STEP_DEFAULTS,
      skipRules: step.skipRules ?? [],
    })),
    sendingHours: hours === "weekdays" ? WEEKDAYS : null,
    exitRules: exitRules ?? SEQUENCE_DEFAULTS.exitRules,
    goal: goal ?? null,
    triggers: triggers ?? [],
    reenrollment: reenrollment ?? SEQUENCE_DEFAULTS.reenrollment,
  };
}

const contentOf = ({ texts }: ReadyMadeStep, locale: Locale) => ({ type: "text" as const, ...texts[locale] });

/** Monday first. */
const WEEKDAYS: SendingHours = Array.from({ length: 7 }, (_, day) =>
  day < 5 ? [{ from: "09:00", to: "18:00" }] : [],
);
