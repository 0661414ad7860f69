"use client";

import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { Crumb } from "@/components/shell/crumb";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import type { RunTimeline } from "@/lib/enrollments/timeline-schema";
import { RunHead } from "./run-head";
import { Timeline } from "./timeline";
import { useTimeline } from "./timeline-query";

type TimelineScreenProps = { account: string; initial: RunTimeline; canManage: boolean };

/** The timeline of one run on a page of its own, as somebody gets it from a colleague. */
export function TimelineScreen({ account, initial, canManage }: TimelineScreenProps) {
  const t = useTranslations("timeline.links");
  const { data = initial, older } = useTimeline(account, initial.run.id, initial);
  const { run } = data;
  return (
    <>
      <Crumb>{run.contactName}</Crumb>
      <PageHeader
        title={run.contactName}
        description={`${run.sequenceName}, v${run.versionNumber}`}
        actions={
          <Link className="link inline-flex items-center gap-1.5" href={`/${account}/enrollments`}>
            <ArrowLeft aria-hidden className="size-3.5" /> {t("back")}
          </Link>
        }
      />
      <div className="grid max-w-3xl content-start gap-5 px-4 pb-6 md:px-6">
        <RunHead account={account} timeline={data} canManage={canManage} isPage />
        <Timeline timeline={data} older={older} />
      </div>
    </>
  );
}
