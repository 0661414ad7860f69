"use client";

import { CircleAlert, CircleCheck, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Label } from "@/components/ui/label";
import type { Finding } from "@/lib/core/model-maestro";
import { isHard, isVouchable } from "./finding-spans";
import { useFindingWords } from "./use-finding-words";

/** So much stands for the text as a whole. */
const LONG = 80;

type FindingListProps = {
  findings: Finding[];
  /** The text was checked as it stands. */
  isSettled: boolean;
  vouched: readonly string[];
  /** Null where nothing can be decided any more. */
  onVouch: ((words: string[]) => void) | null;
  vouchBox: Ref<HTMLButtonElement>;
};

/** What is underlined, in words, with what is known instead; and the tick of whoever stands for it all the same. */
export function FindingList({ findings, isSettled, vouched, onVouch, vouchBox }: FindingListProps) {
  const t = useTranslations("approvals.findings");
  const id = useId();
  const words = useFindingWords();
  const asked = [...new Set(findings.filter(isVouchable).map((finding) => finding.words))];
  const isVouched = asked.length > 0 && asked.every((each) => vouched.includes(each));
  return (
    <section id="draft-findings" aria-label={t("label")} aria-live="polite" className="grid gap-2">
      {findings.length === 0 && (
        <p className="flex items-center gap-1.5 text-muted-foreground text-xs">
          {isSettled ? (
            <CircleCheck aria-hidden className="size-3.5 text-green" />
          ) : (
            <LoaderCircle aria-hidden className="size-3.5 animate-spin" />
          )}
          {t(isSettled ? "none" : "checking")}
        </p>
      )}
      {findings.length > 0 && (
        <ul className="grid gap-1.5">
          {findings.map((finding) => (
            <li
              key={`${finding.part} ${finding.code} ${finding.from} ${finding.to}`}
              className="flex items-start gap-1.5 text-xs"
            >
              {isHard(finding) ? (
                <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-red" />
              ) : (
                <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-amber" />
              )}
              <span className="min-w-0 break-words">
                {words.sentence(finding)}{" "}
                <span className="text-muted-foreground">{words.known(finding)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {findings.some(isHard) && <p className="text-red text-xs">{t("hard")}</p>}
      {asked.length > 0 && onVouch && (
        <div className="flex items-start gap-2.5 rounded-md border border-amber/25 bg-amber-soft px-2.5 py-2">
          <span className="flex h-5 items-center">
            <Checkbox
              id={id}
              ref={vouchBox}
              checked={isVouched}
              onCheckedChange={(checked) => onVouch(checked === true ? asked : [])}
            />
          </span>
          <div className="grid min-w-0 gap-0.5">
            <Label htmlFor={id}>{t("vouch", { count: asked.length })}</Label>
            <p className="break-words text-muted-foreground text-xs">
              {asked
                .map((each) => (each.length > LONG ? t("whole") : t("quoted", { words: each })))
                .join(", ")}
            </p>
          </div>
        </div>
      )}
    </section>
  );
}
