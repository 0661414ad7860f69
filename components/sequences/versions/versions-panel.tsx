"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import type { SequenceState } from "@/lib/sequences/schema";

export function VersionsPanel({ state }: { state: SequenceState }) {
  const t = useTranslations("sequences");
  return (
    <Section title={t("versions.title")}>
      {state.versions.length === 0 && <p className="text-muted-foreground">{t("versions.empty")}</p>}
      <ol className="grid gap-3">
        {state.versions.map((version) => (
          <li key={version.id} className="grid gap-0.5 border-l-2 pl-3">
            <p className="flex items-center gap-2 font-medium">
              {t("versions.number", { number: version.number })}
              {version.id === state.liveVersionId && <Badge tone="green">{t("versions.live")}</Badge>}
            </p>
            <p className="text-muted-foreground text-xs">
              {t("versions.by", { name: version.by ?? t("someone") })} <RelativeTime at={version.at} />
            </p>
            {version.note && <p className="whitespace-pre-wrap break-words">{version.note}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
