import { useTranslations } from "next-intl";
import type { LimitedInbox } from "@/lib/inboxes/limits";

/** What the provider itself imposes: nothing of it can be set. */
export function ProviderPace({ provider }: Pick<LimitedInbox, "provider">) {
  const t = useTranslations("settings.limits");
  const { perSecond, recipientsPerDay, pairGapSeconds } = provider;
  const said = [
    perSecond !== null && t("providerPerSecond", { n: perSecond }),
    recipientsPerDay !== null && t("providerRecipients", { n: recipientsPerDay }),
    pairGapSeconds !== null && t("providerPair", { n: pairGapSeconds }),
  ].filter((one) => one !== false);
  if (said.length === 0) return null;
  return (
    <p className="text-xs">
      <span className="text-muted-foreground">{t("provider")}: </span>
      {said.join(" · ")}
    </p>
  );
}
