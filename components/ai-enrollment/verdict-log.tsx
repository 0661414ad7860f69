"use client";

import { ChevronLeft, ChevronRight, ScrollText } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { NativeSelect } from "@/components/ui/native-select";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tones";
import { VERDICT_FILTERS, type VerdictFilter, type VerdictShown } from "@/lib/ai-enrollment/schema";
import type { SuggestionStatus } from "@/lib/core/model-maestro";
import type { Page } from "@/lib/keyset";

const TONES: Record<SuggestionStatus, Tone> = {
  open: "violet",
  enrolled: "green",
  dismissed: "grey",
  refused: "amber",
  expired: "grey",
  none: "grey",
};

type VerdictLogProps = { account: string; page: Page<VerdictShown>; filter: VerdictFilter };

/** Everything that Maestro has said about conversations for this sequence, and what became of it. */
export function VerdictLog({ account, page, filter }: VerdictLogProps) {
  const t = useTranslations("ai-enrollment.log");
  const router = useRouter();
  const path = usePathname();
  const address = (part: Record<string, string>) =>
    `${path}?${new URLSearchParams({ view: "log", ...(filter.verdict !== "all" && { verdict: filter.verdict }), ...part })}`;
  return (
    <div className="grid max-w-[1000px] gap-3">
      <NativeSelect
        aria-label={t("filter")}
        className="w-56"
        value={filter.verdict}
        onChange={(event) =>
          router.push(`${path}?${new URLSearchParams({ view: "log", verdict: event.target.value })}`)
        }
      >
        {VERDICT_FILTERS.map((one) => (
          <option key={one} value={one}>
            {t(`filters.${one}`)}
          </option>
        ))}
      </NativeSelect>
      {page.rows.length === 0 ? (
        <EmptyState icon={ScrollText} title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <ul className="divide-y rounded-lg border">
          {page.rows.map((verdict) => (
            <VerdictLine key={verdict.id} account={account} verdict={verdict} />
          ))}
        </ul>
      )}
      {(page.previous || page.next) && (
        <nav aria-label={t("pages")} className="flex justify-end gap-2">
          <Button asChild variant="outline" size="sm" aria-disabled={!page.previous}>
            <Link href={address(page.previous ? { before: page.previous } : {})}>
              <ChevronLeft aria-hidden /> {t("newer")}
            </Link>
          </Button>
          <Button asChild variant="outline" size="sm" aria-disabled={!page.next}>
            <Link href={address(page.next ? { after: page.next } : {})}>
              {t("older")} <ChevronRight aria-hidden />
            </Link>
          </Button>
        </nav>
      )}
    </div>
  );
}

function VerdictLine({ account, verdict }: { account: string; verdict: VerdictShown }) {
  const t = useTranslations("ai-enrollment");
  const { status, outcome, refusal, confidence, shouldEnroll, decidedBy, enrollmentId } = verdict;
  const isOk = outcome === "ok";
  const why = refusal && (t.has(`refusal.${refusal}`) ? t(`refusal.${refusal}`) : refusal);
  return (
    <li className="grid gap-1 px-3 py-2.5">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
        <Link
          href={`/${account}/conversations?status=all&thread=${verdict.conversationId}`}
          className="rounded-sm font-medium hover:underline"
        >
          {verdict.contactName}
        </Link>
        <Status tone={isOk ? TONES[status] : "red"}>
          {isOk ? t(`log.status.${status}`) : t("trial.noVerdict")}
        </Status>
        <span className="text-muted-foreground text-xs">
          {isOk && `${t(shouldEnroll ? "log.yes" : "log.no", { percent: confidence })} · `}
          <RelativeTime at={verdict.at} />
          {decidedBy && ` · ${t("log.by", { name: decidedBy })}`}
        </span>
      </div>
      <p className="break-words">{isOk ? verdict.reason : t(`trial.why.${outcome}`)}</p>
      {why && <p className="text-muted-foreground text-xs">{why}</p>}
      {enrollmentId && (
        <Link
          className="link justify-self-start text-xs"
          href={`/${account}/enrollments?run=${enrollmentId}`}
        >
          {t("log.run")}
        </Link>
      )}
    </li>
  );
}
