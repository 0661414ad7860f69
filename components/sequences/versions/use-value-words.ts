"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTriggerWords } from "@/components/triggers/use-trigger-words";
import type { Condition, Goal, Media, SendingHours, SkipRule, Wait, WindowClosed } from "@/lib/core/model";
import type { DraftExpiry } from "@/lib/core/model-maestro";

/** The letter of a variant: the step's own content is A. */
export const letterOf = (variant: number): string => String.fromCharCode(65 + variant);

/** The values of a version as a sentence says them. */
export function useValueWords() {
  const t = useTranslations("versions.value");
  const format = useFormatter();
  const words = useTriggerWords();
  return useMemo(() => {
    const none = t("none");
    const quoted = (text: string | null) => (text ? t("quoted", { text }) : none);
    const templateName = ({ name, language }: { name: string; language: string }) =>
      t("template", { name, language });

    const condition = ({ variable, operator, value }: Condition) =>
      t(`operator.${operator}`, { variable, value: t("quoted", { text: value }) });

    const skipRule = (rule: SkipRule): string => {
      switch (rule.when) {
        case "condition":
          return condition(rule);
        case "messaged_within":
          return t("skip.messaged_within", { hours: rule.hours });
        case "no_address":
          return t("skip.no_address");
      }
    };

    const windowClosed = (rule: WindowClosed): string => {
      if (rule.do === "template") return t("window.template", { template: templateName(rule.template) });
      return rule.do === "wait" ? t("window.wait", { days: rule.days }) : t(`window.${rule.do}`);
    };

    const draftExpiry = ({ remindAfterHours, expireAfterHours, does }: DraftExpiry): string =>
      t("expiry.all", {
        remind: remindAfterHours ? t("expiry.remind", { count: remindAfterHours }) : t("expiry.noReminder"),
        expire: t("expiry.expire", { count: expireAfterHours }),
        does: t(`expiry.${does}`),
      });

    const media = (file: Media | null): string =>
      file ? t(`media.${file.kind}`, { name: quoted(file.fileName ?? lastPart(file.url)) }) : none;

    const wait = ({ amount, unit, at, relative }: Wait): string => {
      const plain = amount === 0 && !relative ? t("wait.atOnce") : t(`wait.${unit}`, { count: amount });
      const sided = relative ? t(`wait.${relative.side}`, { length: plain }) : plain;
      const timed = at ? t("wait.at", { length: sided, at }) : sided;
      return relative ? t(`wait.${relative.ifPassed}`, { length: timed }) : timed;
    };

    const weekday = (day: number) =>
      format.dateTime(new Date(Date.UTC(2024, 0, 1 + day)), { weekday: "short", timeZone: "UTC" });
    /** Days that are alike and follow each other stand together: "Mon–Fri 09:00–18:00". */
    const hours = (week: SendingHours | null): string => {
      if (!week) return t("accountHours");
      const runs: { from: number; to: number; text: string }[] = [];
      for (const [day, ranges] of week.entries()) {
        const text = ranges.map(({ from, to }) => t("days", { from, to })).join(", ") || t("closed");
        const last = runs.at(-1);
        if (last?.text === text) last.to = day;
        else runs.push({ from: day, to: day, text });
      }
      const named = ({ from, to }: { from: number; to: number }) =>
        from === to ? weekday(from) : t("days", { from: weekday(from), to: weekday(to) });
      return runs.map((run) => `${named(run)} ${run.text}`).join("; ");
    };

    const shares = (percents: number[]) =>
      percents.map((percent, index) => t("share", { letter: letterOf(index), percent })).join(", ");

    const day = (iso: string | null) =>
      iso
        ? format.dateTime(new Date(`${iso}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" })
        : t("noEnd");

    return {
      t,
      none,
      quoted,
      templateName,
      skipRule,
      trigger: words.trigger,
      goal: (goal: Goal | null) => (goal ? words.goal(goal) : none),
      windowClosed,
      draftExpiry,
      media,
      wait,
      hours,
      shares,
      day,
    };
  }, [t, format, words]);
}

const lastPart = (url: string): string => url.slice(url.lastIndexOf("/") + 1);
