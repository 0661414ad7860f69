"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SuggestionShown } from "@/lib/ai-enrollment/schema";

type SuggestionItemProps = {
  account: string;
  suggestion: SuggestionShown;
  isCurrent: boolean;
  isMarked: boolean;
  onMark: (isMarked: boolean) => void;
  /** Null for those who may only look. */
  onAccept: (() => void) | null;
  onDismiss: () => void;
};

/** A person, what was said last, and why Maestro holds that the sequence is for them. */
export function SuggestionItem(props: SuggestionItemProps) {
  const { account, suggestion, isCurrent, isMarked, onMark, onAccept, onDismiss } = props;
  const t = useTranslations("ai-enrollment.suggestions");
  const { id, contactName, conversationId, inboxName, at, confidence, reason, lastWords } = suggestion;
  return (
    <li
      id={`suggestion-${id}`}
      aria-current={isCurrent || undefined}
      className={cn("flex gap-3 px-3 py-3", isCurrent && "bg-primary-soft")}
    >
      {onAccept && (
        <Checkbox
          className="mt-0.5"
          aria-label={t("choose", { name: contactName })}
          checked={isMarked}
          onCheckedChange={(checked) => onMark(checked === true)}
        />
      )}
      <div className="grid min-w-0 flex-1 gap-2">
        <div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
          <Link
            href={`/${account}/conversations?status=all&thread=${conversationId}`}
            className="rounded-sm font-medium hover:underline"
          >
            {contactName}
          </Link>
          <Badge tone="violet">{t("confidence", { percent: confidence })}</Badge>
          <span className="text-muted-foreground text-xs">
            {inboxName}
            {" · "}
            <RelativeTime at={at} />
          </span>
        </div>
        <p className="break-words">{reason}</p>
        {lastWords.length > 0 && (
          <ul
            aria-label={t("lastWords")}
            className="grid gap-1 border-l-2 pl-2.5 text-muted-foreground text-xs"
          >
            {lastWords.map(({ from, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a thread have no other identity here
              <li key={index} className="line-clamp-2 break-words">
                <span className="font-medium">{t(`from.${from}`)}</span> {text}
              </li>
            ))}
          </ul>
        )}
        {onAccept && (
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onClick={onAccept} aria-label={t("acceptOf", { name: contactName })}>
              <Check aria-hidden /> {t("accept")}
            </Button>
            <Button
              variant="outline"
              size="sm"
              onClick={onDismiss}
              aria-label={t("dismissOf", { name: contactName })}
            >
              <X aria-hidden /> {t("dismiss")}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
