"use client";

import { CircleAlert, Flag, FlaskConical, Gauge, LogIn, type LucideIcon, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import type { SettingsPart } from "../editor/parts";
import { lineClasses, lineId, Rail } from "./rail";

const ICONS: Record<SettingsPart, LucideIcon> = {
  enters: LogIn,
  stops: Flag,
  pace: Gauge,
  measure: FlaskConical,
  defaults: UserRound,
};

type SettingsLineProps = {
  part: SettingsPart;
  /** What is set, in words. */
  words: string;
  /** When the run ends, where that is said. */
  when?: string;
  problems: number;
  isSelected: boolean;
  isTabStop: boolean;
  isLast: boolean;
  onSelect: (part: string) => void;
};

export const SettingsLine = memo(function SettingsLine(props: SettingsLineProps) {
  const { part, words, when, problems, isSelected, isTabStop, isLast, onSelect } = props;
  const t = useTranslations("sequences");
  const Icon = ICONS[part];
  return (
    <li className="flex gap-1.5">
      <Rail isFirst={part === "enters"} isLast={isLast}>
        <span className="grid size-5 place-items-center rounded-full border bg-surface text-muted-foreground">
          <Icon aria-hidden className="size-3" />
        </span>
      </Rail>
      <button
        type="button"
        id={lineId(part)}
        data-line={part}
        aria-current={isSelected || undefined}
        tabIndex={isTabStop ? 0 : -1}
        onClick={() => onSelect(part)}
        className={lineClasses(isSelected)}
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className="flex items-center gap-1.5 font-medium text-muted-foreground text-xs">
            {t(`parts.${part}`)}
            {problems > 0 && (
              <span className="flex items-center gap-0.5 text-red">
                <CircleAlert aria-hidden className="size-3.5" />
                <span className="sr-only">{t("line.problems", { count: problems })}</span>
              </span>
            )}
          </span>
          {when && <span className="shrink-0 text-muted-foreground text-xs">{when}</span>}
        </span>
        <span className="line-clamp-2 first-letter:uppercase">{words}</span>
      </button>
    </li>
  );
});
