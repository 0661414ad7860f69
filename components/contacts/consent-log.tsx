"use client";

import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import type { ConsentRecord } from "@/lib/contacts/detail";

/** What the person said about being messaged: kept for ever, never changed. */
export function ConsentLog({ consents, timeZone }: { consents: ConsentRecord[]; timeZone: string }) {
  const t = useTranslations("contacts.consent");
  const channel = useTranslations("status.channel");
  if (consents.length === 0) return <p className="text-muted-foreground">{t("none")}</p>;
  return (
    <ol className="grid">
      {consents.map((consent) => (
        <li
          key={consent.id}
          className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 border-b py-2 last:border-0"
        >
          <Status tone={consent.action === "opt_out" ? "red" : "green"}>{t(consent.action)}</Status>
          <span>{consent.channel ? channel(consent.channel) : t("allChannels")}</span>
          <span className="text-muted-foreground">
            {t(`source.${consent.source}`, { who: consent.actorName ?? "" })}
          </span>
          {consent.text && <q className="min-w-0 truncate">{consent.text}</q>}
          <span className="ml-auto text-muted-foreground">
            <RelativeTime at={consent.at} timeZone={timeZone} />
          </span>
        </li>
      ))}
    </ol>
  );
}
