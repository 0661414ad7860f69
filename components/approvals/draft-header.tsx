"use client";

import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChannelIcon } from "@/components/conversations/channel-icon";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { OpenDraftProps } from "./open-draft";

/** Whom it is to, of which sequence and step, and who is to decide. */
export function DraftHeader({
  account,
  draft,
  userId,
  place,
  onBack,
  children,
}: OpenDraftProps & { children: ReactNode }) {
  const t = useTranslations("approvals");
  const { contactName, sequenceName, stepNumber, channel, inboxName, assigneeId, assigneeName } = draft;
  const assignee = assigneeId === userId ? t("assignee.me") : assigneeName;
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b px-3 py-2">
      <Button variant="ghost" size="icon-sm" className="md:hidden" aria-label={t("back")} onClick={onBack}>
        <ArrowLeft aria-hidden />
      </Button>
      <div className="grid min-w-40 flex-1">
        <h2 className="truncate font-semibold text-base leading-5">
          <Link href={`/${account}/contacts/${draft.contactId}`} className="hover:underline">
            {contactName}
          </Link>
        </h2>
        <p className="flex min-w-0 items-center gap-1.5 text-muted-foreground text-xs">
          <ChannelIcon channel={channel} />
          <span className="truncate max-sm:hidden">{inboxName}</span>
          <span aria-hidden className="max-sm:hidden">
            ·
          </span>
          <Link href={`/${account}/enrollments?run=${draft.enrollmentId}`} className="truncate underline">
            {stepNumber === null ? sequenceName : t("stepOf", { sequence: sequenceName, number: stepNumber })}
          </Link>
        </p>
      </div>
      <div className="flex items-center gap-3 text-muted-foreground text-xs">
        <span className="max-w-40 truncate">
          {assignee ? t("assignee.of", { name: assignee }) : t("assignee.nobody")}
        </span>
        {place && <span className="tabular-nums">{t("place", place)}</span>}
      </div>
      {children}
    </header>
  );
}
