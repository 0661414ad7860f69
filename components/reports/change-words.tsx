import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Change } from "./change";

type ChangeWordsProps = {
  change: Change;
  /** How large a change is, as it is said. */
  say: (by: number) => string;
  /** What it was before, as it is said. */
  before: string;
};

/** An arrow and words: each alone says which way it went. */
export function ChangeWords({ change, say, before }: ChangeWordsProps) {
  const t = useTranslations("reports.change");
  const isMove = change.kind === "up" || change.kind === "down";
  const Arrow = change.kind === "up" ? ArrowUp : ArrowDown;
  return (
    <span className="flex items-start gap-1 text-muted-foreground text-xs">
      {isMove && <Arrow aria-hidden className="mt-0.5 size-3 shrink-0 text-foreground" />}
      {isMove ? t(change.kind, { change: say(change.by), before }) : t(change.kind)}
    </span>
  );
}
