import { useTranslations } from "next-intl";
import type { FunnelStep } from "@/lib/reports/funnel-schema";

/** What a step of the funnel is called, and its channel. */
export function useStepName({ number, channel }: Pick<FunnelStep, "number" | "channel">) {
  const t = useTranslations("reports.funnel");
  const channels = useTranslations("status.channel");
  return {
    name: number === null ? t("oldStep") : t("step", { number }),
    channel: channel && channels(channel),
  };
}
