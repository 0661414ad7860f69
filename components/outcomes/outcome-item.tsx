"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import type { OutcomeShown } from "@/lib/outcomes/schema";

type OutcomeItemProps = {
  account: string;
  outcome: OutcomeShown;
  isMarked: boolean;
  onMark: (isMarked: boolean) => void;
  isBusy: boolean;
  onSettle: (as: "arrived" | "left") => void;
  onSendAgain: () => void;
};

export function OutcomeItem({
  account,
  outcome,
  isMarked,
  onMark,
  isBusy,
  onSettle,
  onSendAgain,
}: OutcomeItemProps) {
  const t = useTranslations("outcomes");
  const { contact, conversationId, sequence, inbox, text, at, code, detail, is } = outcome;
  return (
    <li className="flex gap-3 px-3 py-3">
      <Checkbox
        className="mt-0.5"
        aria-label={t("choose", { name: contact.name })}
        checked={isMarked}
        onCheckedChange={(checked) => onMark(checked === true)}
      />
      <div className="grid min-w-0 flex-1 gap-1.5">
        <div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
          <Link
            href={
              conversationId
                ? `/${account}/conversations?thread=${conversationId}`
                : `/${account}/contacts/${contact.id}`
            }
            className="rounded-sm font-medium hover:underline"
          >
            {contact.name}
          </Link>
          <Status tone={is === "unknown" ? "amber" : "red"}>{t(`is.${is}`)}</Status>
          <span className="text-muted-foreground text-xs">
            {sequence ? t("fromSequence", { sequence: sequence.name, inbox }) : t("byHand", { inbox })}
            {" · "}
            <RelativeTime at={at} />
          </span>
        </div>
        <p className="line-clamp-3 whitespace-pre-wrap break-words">{text || t("noText")}</p>
        {(detail || code) && (
          <p className="break-words text-muted-foreground text-xs">
            {t("said", { words: [detail, code && `(${code})`].filter(Boolean).join(" ") })}
          </p>
        )}
        <div className="flex flex-wrap gap-2 pt-0.5">
          {is === "unknown" && (
            <Button variant="outline" size="sm" isBusy={isBusy} onClick={() => onSettle("arrived")}>
              {t("acts.arrived")}
            </Button>
          )}
          <Button variant="outline" size="sm" isBusy={isBusy} onClick={onSendAgain}>
            {t("acts.sendAgain")}
          </Button>
          <Button variant="ghost" size="sm" isBusy={isBusy} onClick={() => onSettle("left")}>
            {t("acts.leave")}
          </Button>
        </div>
      </div>
    </li>
  );
}
