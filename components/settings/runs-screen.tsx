"use client";

import { Timer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLive } from "@/components/shell/use-live";
import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { RunList } from "@/lib/executor/data";
import { RUN_STATUSES, type RunPage } from "@/lib/executor/schema";
import { RunPanel } from "./run-panel";
import { RunTable } from "./run-table";

type RunsScreenProps = { account: string; page: RunPage; initial: RunList; mayManage: boolean };

export function RunsScreen({ account, page, initial, mayManage }: RunsScreenProps) {
  const t = useTranslations("settings.runs");
  const here = `/${account}/settings/runs`;
  const list = useLive(account, `runs${query(page)}`, initial);
  const [openId, setOpenId] = useState<string | null>(null);
  if (!list.isEmbedded) {
    return (
      <EmptyState icon={Timer} title={t("elsewhere")}>
        {t("elsewhereText")}
      </EmptyState>
    );
  }
  return (
    <>
      <nav aria-label={t("filter")} className="flex flex-wrap gap-1">
        {[undefined, ...RUN_STATUSES].map((status) => (
          <Link
            key={status ?? "all"}
            href={`${here}${query({ status })}`}
            aria-current={status === page.status ? "page" : undefined}
            className={cn(
              buttonVariants({ variant: "ghost", size: "sm" }),
              status === page.status && "bg-accent text-foreground",
            )}
          >
            {t(`statuses.${status ?? "all"}`)}
          </Link>
        ))}
      </nav>
      {list.runs.length === 0 ? (
        <EmptyState icon={Timer} title={t("none")}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <RunTable runs={list.runs} onOpen={setOpenId} />
      )}
      <div className="flex justify-between">
        {page.before ? (
          <Link href={`${here}${query({ status: page.status })}`} className="link rounded-sm">
            {t("newest")}
          </Link>
        ) : (
          <span />
        )}
        {list.before && (
          <Link
            href={`${here}${query({ status: page.status, before: list.before })}`}
            className="link rounded-sm"
          >
            {t("older")}
          </Link>
        )}
      </div>
      <RunPanel account={account} id={openId} mayManage={mayManage} onClose={() => setOpenId(null)} />
    </>
  );
}

function query(page: RunPage): string {
  const given = Object.entries(page).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}
