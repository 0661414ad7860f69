"use client";

import {
  GitBranch,
  type LucideIcon,
  MessagesSquare,
  Smartphone,
  SquareArrowOutUpRight,
  UserRound,
  UserRoundCheck,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { RunTimeline } from "@/lib/enrollments/timeline-schema";
import { RunState } from "./run-state";

type RunLinksProps = { account: string; timeline: RunTimeline; isPage: boolean };
type Way = { label: string; icon: LucideIcon; path: string };

/** From a run to its contact, thread, version and draft, and to what else the contact is in. */
export function RunLinks({ account, timeline: { run, otherRuns }, isPage }: RunLinksProps) {
  const t = useTranslations("enrollments");
  const links = useTranslations("timeline.links");
  const locale = useLocale();
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  const versions = links("versions", { number: run.versionNumber });
  const ways: (Way | null)[] = [
    run.openDraftId
      ? { label: links("draft"), icon: UserRoundCheck, path: `approvals?who=all&draft=${run.openDraftId}` }
      : null,
    { label: t("toContact"), icon: UserRound, path: `contacts/${run.contactId}` },
    run.conversationId
      ? {
          label: links("conversation"),
          icon: MessagesSquare,
          path: `conversations?status=all&thread=${run.conversationId}`,
        }
      : null,
    { label: versions, icon: GitBranch, path: `sequences/${run.sequenceId}?part=versions` },
    run.sandboxConversationId
      ? { label: t("toPhone"), icon: Smartphone, path: `sandbox?thread=${run.sandboxConversationId}` }
      : null,
    isPage ? null : { label: links("page"), icon: SquareArrowOutUpRight, path: `enrollments/${run.id}` },
  ];
  return (
    <nav aria-label={links("label")} className="grid gap-2">
      <ul className="flex flex-wrap gap-x-4 gap-y-1.5">
        {ways.map((way) =>
          way === null ? null : (
            <li key={way.path}>
              <Link className="link inline-flex items-center gap-1.5" href={`/${account}/${way.path}`}>
                <way.icon aria-hidden className="size-3.5" /> {way.label}
              </Link>
            </li>
          ),
        )}
      </ul>
      {otherRuns.length > 0 && (
        <details>
          <summary className="w-fit text-muted-foreground hover:text-foreground">
            {links("others")} ({otherRuns.length})
          </summary>
          <ul className="mt-1.5 grid gap-1">
            {otherRuns.map((other) => (
              <li key={other.id} className="flex flex-wrap items-center gap-x-2">
                <Link className="link truncate" href={`/${account}/enrollments/${other.id}`}>
                  {other.sequenceName}
                </Link>
                <RunState status={other.status} endReason={other.endReason} />
                <time
                  dateTime={other.enrolledAt}
                  className="text-muted-foreground text-xs"
                  suppressHydrationWarning
                >
                  {day.format(new Date(other.enrolledAt))}
                </time>
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}
