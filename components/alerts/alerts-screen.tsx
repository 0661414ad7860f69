"use client";

import { BellRing, CircleCheck, MailX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLive } from "@/components/shell/use-live";
import { EmptyState } from "@/components/ui/empty-state";
import type { AlertShown } from "@/lib/alerts/words";
import { AlertItem } from "./alert-item";

type AlertsScreenProps = {
  account: string;
  initial: AlertShown[];
  mayResume: boolean;
  /** Whether this installation sends mails of its own. */
  isMailed: boolean;
};

/** Everything that is open, the worst first, each with what can be done about it. */
export function AlertsScreen({ account, initial, mayResume, isMailed }: AlertsScreenProps) {
  const t = useTranslations("alerts");
  const alerts = useLive(account, "alerts", initial, 10);
  const Icon = isMailed ? BellRing : MailX;
  return (
    <div className="grid max-w-[1000px] gap-4 px-4 md:px-6">
      {alerts.length === 0 ? (
        <EmptyState icon={CircleCheck} title={t("empty")}>
          {t("emptyHint")}
        </EmptyState>
      ) : (
        <ul className="divide-y rounded-lg border">
          {alerts.map((alert) => (
            <AlertItem key={alert.id} account={account} alert={alert} mayResume={mayResume} />
          ))}
        </ul>
      )}
      <p className="flex items-start gap-2 text-muted-foreground text-xs">
        <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
        {t(isMailed ? "systemMail.on" : "systemMail.off")}
      </p>
    </div>
  );
}
