"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Smartphone } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { getJson } from "@/components/sequences/get-json";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { SandboxThread } from "@/lib/sandbox/data";
import { Phone } from "./phone";
import { ThreadList } from "./thread-list";

type SandboxScreenProps = { account: string; initial: SandboxThread[]; canAnswer: boolean };

const REFRESH_MS = 2_000;

/** The phones of the demo contacts. On a small screen either the list or one phone is shown. */
export function SandboxScreen({ account, initial, canAnswer }: SandboxScreenProps) {
  const t = useTranslations("sandbox");
  const chosen = useSearchParams().get("thread");
  const { data: threads } = useQuery({
    queryKey: ["sandbox", account],
    queryFn: () => getJson<SandboxThread[]>(`/api/a/${account}/sandbox`),
    initialData: initial,
    refetchInterval: REFRESH_MS,
  });
  const show = (id: string | null) => window.history.replaceState(null, "", id ? `?thread=${id}` : "?");
  const shown = chosen ?? threads[0]?.id;

  return (
    <>
      <PageHeader title={t("title")} description={t("text")} />
      {!shown && (
        <EmptyState icon={Smartphone} title={t("empty.title")}>
          {t("empty.text")}
        </EmptyState>
      )}
      {shown && (
        <div className="grid gap-6 px-4 pb-8 md:grid-cols-[minmax(14rem,20rem)_1fr] md:px-6">
          <div className={cn("min-w-0", chosen && "max-md:hidden")}>
            <ThreadList threads={threads} shown={shown} onShow={show} />
          </div>
          <div
            className={cn(
              "grid min-w-0 content-start justify-items-center gap-3",
              !chosen && "max-md:hidden",
            )}
          >
            <Button variant="ghost" className="justify-self-start md:hidden" onClick={() => show(null)}>
              <ArrowLeft aria-hidden /> {t("back")}
            </Button>
            <Phone key={shown} account={account} threadId={shown} canAnswer={canAnswer} />
          </div>
        </div>
      )}
    </>
  );
}
