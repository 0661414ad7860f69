"use client";

import { ArrowRight, TriangleAlert } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { useLive } from "@/components/shell/use-live";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { type AlertShown, alertSentence } from "@/lib/alerts/words";

/** It stands on every screen, so it is asked for seldom. */
const REFRESH_SECONDS = 30;

/** The worst of what is open, above every screen of whoever can do something about it. Nothing while all is well. */
export function AlertStrip({ account, initial }: { account: string; initial: AlertShown[] }) {
  const t = useTranslations("alerts");
  const router = useRouter();
  const alerts = useLive(account, "alerts", initial, REFRESH_SECONDS);
  const address = `/${account}/alerts`;
  useCommands(
    [{ id: "go-alerts", label: t("title"), icon: TriangleAlert, run: () => router.push(address) }],
    "go",
  );
  const isShownAnyway = usePathname() === address;
  const [worst] = alerts;
  if (!worst || isShownAnyway) return null;
  return (
    <Link
      href={address}
      className={cn(
        "group flex items-center gap-2 border-b px-4 py-1.5 touch:py-2.5 text-sm md:px-6",
        worst.isBad ? "bg-red-soft text-red" : "bg-amber-soft text-amber",
      )}
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <span className="shrink-0 font-medium">{t("strip", { count: alerts.length })}</span>
      <span className="min-w-0 flex-1 truncate">{alertSentence(t, worst)}</span>
      <span className="inline-flex shrink-0 items-center gap-1 font-medium group-hover:underline max-sm:sr-only">
        {t("open")}
        <ArrowRight aria-hidden className="size-3.5" />
      </span>
    </Link>
  );
}
