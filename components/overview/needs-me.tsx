"use client";

import {
  CircleCheck,
  CirclePause,
  CircleQuestionMark,
  CircleX,
  Hourglass,
  type LucideIcon,
  MessageCircleReply,
  OctagonX,
  Sparkles,
  UserSearch,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Section } from "@/components/ui/section";
import type { Overview } from "@/lib/overview/data";

type NeedsMeProps = {
  account: string;
  needs: Overview["needs"];
  mayRepair: boolean;
  mayMend: boolean;
  maySettle: boolean;
  mayDecide: boolean;
};

/** What waits for a person, each with the place where it can be repaired. */
export function NeedsMe({ account, needs, mayRepair, mayMend, maySettle, mayDecide }: NeedsMeProps) {
  const t = useTranslations("overview.needs");
  const runs = `/${account}/enrollments`;
  const outcomes = `/${account}/outcomes`;
  const isQuiet = [
    needs.pausedInboxes.length,
    needs.unknown,
    needs.refused,
    needs.blocked,
    needs.failed,
    needs.overdue,
    needs.replied,
    needs.drafts,
    needs.suggestions,
  ].every((count) => count === 0);
  if (isQuiet) {
    return (
      <Section title={t("title")}>
        <p className="flex items-center gap-2 rounded-lg border px-3 py-2.5 text-muted-foreground">
          <CircleCheck aria-hidden className="size-4 text-green" />
          {t("nothing")}
        </p>
      </Section>
    );
  }
  return (
    <Section title={t("title")}>
      <ul className="divide-y rounded-lg border">
        {needs.drafts > 0 && (
          <Need
            icon={Sparkles}
            color="text-violet"
            text={t("drafts", { count: needs.drafts })}
            detail={t("draftsDetail", { mine: needs.myDrafts })}
            href={mayDecide ? `/${account}/approvals${needs.myDrafts === 0 ? "?who=all" : ""}` : undefined}
            act={t("openDrafts")}
          />
        )}
        {needs.suggestions > 0 && (
          <Need
            icon={UserSearch}
            color="text-violet"
            text={t("suggestions", { count: needs.suggestions })}
            detail={t("suggestionsDetail")}
            href={mayDecide ? `/${account}/approvals` : undefined}
            act={t("openDrafts")}
          />
        )}
        {needs.pausedInboxes.map(({ id, name, because }) => (
          <Need
            key={id}
            icon={CirclePause}
            color="text-amber"
            text={t("inbox", { name })}
            detail={because}
            href={mayRepair ? `/${account}/settings/inboxes/${id}` : undefined}
            act={t("openInbox")}
          />
        ))}
        {needs.replied > 0 && (
          <Need
            icon={MessageCircleReply}
            color="text-amber"
            text={t("replied", { count: needs.replied })}
            detail={t("repliedDetail")}
            href={`${runs}?status=paused`}
            act={t("openRuns")}
          />
        )}
        {needs.overdue > 0 && (
          <Need
            icon={Hourglass}
            color="text-red"
            text={t("overdue", { count: needs.overdue })}
            detail={t("overdueDetail")}
            href={`${runs}?status=active`}
            act={t("openRuns")}
          />
        )}
        {needs.unknown > 0 && (
          <Need
            icon={CircleQuestionMark}
            color="text-red"
            text={t("unknown", { count: needs.unknown })}
            detail={t("unknownDetail")}
            href={maySettle ? outcomes : undefined}
            act={t("openOutcomes")}
          />
        )}
        {needs.refused > 0 && (
          <Need
            icon={CircleQuestionMark}
            color="text-red"
            text={t("refused", { count: needs.refused })}
            detail={t("refusedDetail")}
            href={maySettle ? outcomes : undefined}
            act={t("openOutcomes")}
          />
        )}
        {needs.blocked > 0 && (
          <Need
            icon={OctagonX}
            color="text-red"
            text={t("blocked", { count: needs.blocked })}
            detail={t("blockedDetail")}
            href={mayMend ? `/${account}/alerts` : undefined}
            act={t("openAlerts")}
          />
        )}
        {needs.failed > 0 && (
          <Need
            icon={CircleX}
            color="text-red"
            text={t("failed", { count: needs.failed })}
            detail={t("failedDetail")}
            href={runs}
            act={t("openRuns")}
          />
        )}
      </ul>
    </Section>
  );
}

type NeedProps = {
  icon: LucideIcon;
  color: string;
  text: string;
  detail: ReactNode;
  href?: string;
  act: string;
};

function Need({ icon: Icon, color, text, detail, href, act }: NeedProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5">
      <Icon aria-hidden className={cn("size-4 shrink-0", color)} />
      <div className="min-w-0 flex-1">
        <div className="font-medium">{text}</div>
        {detail && <div className="text-muted-foreground text-xs">{detail}</div>}
      </div>
      {href && (
        <Link href={href} className={buttonVariants({ variant: "outline", size: "sm" })}>
          {act}
        </Link>
      )}
    </li>
  );
}
