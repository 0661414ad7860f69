"use client";

import { CircleCheck, CircleX, MessageCircleReply, Sparkles, UserSearch } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { TroubleRights } from "@/components/troubles/rights";
import { TroubleRow } from "@/components/troubles/trouble-row";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { Bounded, Overview } from "@/lib/overview/schema";
import { Need } from "./need";

type NeedsMeProps = {
  account: string;
  overview: Pick<Overview, "needs" | "failed" | "troubles" | "today">;
  rights: TroubleRights;
};

/** What waits for a person and what is stuck, each with what can be done about it. */
export function NeedsMe({ account, overview, rights }: NeedsMeProps) {
  const t = useTranslations("overview.needs");
  const format = useFormatter();
  const { needs, failed, troubles, today } = overview;
  const { drafts, myDrafts, suggestions, replied } = needs;
  const counted = ({ count, isMore }: Bounded) => ({
    count,
    shown: isMore ? t("over", { count: format.number(count) }) : format.number(count),
  });
  const isQuiet =
    troubles.length === 0 &&
    [drafts.count, suggestions.count, replied.count, failed.count].every((count) => count === 0);
  const approvals = `/${account}/approvals`;
  return (
    <Section
      title={t("title")}
      actions={
        <Link href={`/${account}/troubles`} className="link rounded-sm">
          {t("openTroubles")}
        </Link>
      }
    >
      {isQuiet ? (
        <p className="flex items-center gap-2 rounded-lg border px-3 py-2.5 text-muted-foreground">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-green" />
          {t("nothing")}
        </p>
      ) : (
        <ul className="divide-y rounded-lg border">
          {drafts.count > 0 && (
            <Need
              icon={Sparkles}
              color="text-violet"
              text={t("drafts", counted(drafts))}
              detail={t("draftsDetail", { mine: myDrafts.count, ...counted(myDrafts) })}
              href={rights.drafts ? `${approvals}${myDrafts.count === 0 ? "?who=all" : ""}` : undefined}
              act={t("openDrafts")}
            />
          )}
          {suggestions.count > 0 && (
            <Need
              icon={UserSearch}
              color="text-violet"
              text={t("suggestions", counted(suggestions))}
              detail={t("suggestionsDetail")}
              href={rights.drafts ? approvals : undefined}
              act={t("openDrafts")}
            />
          )}
          {replied.count > 0 && (
            <Need
              icon={MessageCircleReply}
              color="text-amber"
              text={t("replied", counted(replied))}
              detail={t("repliedDetail")}
              href={`/${account}/enrollments?status=paused`}
              act={t("openRuns")}
            />
          )}
          {troubles.map((trouble) => (
            <TroubleRow
              key={trouble.kind}
              account={account}
              trouble={trouble}
              rights={rights}
              today={today.day}
            />
          ))}
          {failed.count > 0 && (
            <Need
              icon={CircleX}
              color="text-red"
              text={t("failed", { count: failed.count, shown: format.number(failed.count) })}
              detail={t("failedDetail")}
              href={`/${account}/sends?fact=failed&from=${failed.from}&to=${failed.to}`}
              act={t("openSends")}
            />
          )}
        </ul>
      )}
    </Section>
  );
}
