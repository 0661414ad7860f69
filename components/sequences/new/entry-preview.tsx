"use client";

import { useLocale, useTranslations } from "next-intl";
import { DataList } from "@/components/ui/data-list";
import { Segmented } from "@/components/ui/segmented";
import type { GalleryEntry } from "@/lib/gallery/schema";
import { LANGUAGE_NAMES, LOCALES, type Locale } from "@/lib/locale";
import { MessageTimeline } from "./message-timeline";

type EntryPreviewProps = {
  entry: GalleryEntry;
  language: Locale;
  onLanguage: (language: Locale) => void;
};

/** What a ready-made sequence is for, and its messages as somebody would get them. */
export function EntryPreview({ entry, language, onLanguage }: EntryPreviewProps) {
  const t = useTranslations("gallery");
  const locale = useLocale() as Locale;
  const { about, when } = entry.languages[locale];
  const { messages } = entry.languages[language];
  const needsWindow = messages.some(({ looksLike }) => looksLike === "whatsapp");
  return (
    <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="grid content-start gap-5">
        <p className="max-w-prose text-base">{about}</p>
        <Segmented
          label={t("language")}
          segments={LOCALES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
          value={language}
          onChange={onLanguage}
        />
        <p className="-mt-3 text-muted-foreground text-xs">{t("sample")}</p>
        <MessageTimeline messages={messages} target={entry.target} language={language} />
      </div>
      <div className="grid content-start gap-4 xl:row-span-2">
        <DataList
          className="xl:grid-cols-1 [&>div]:xl:col-span-1 [&>div]:xl:block"
          items={[
            { term: t("facts.when"), value: when },
            { term: t("facts.about"), value: t(`targets.${entry.target}`) },
            { term: t("facts.stops"), value: t("stopsOnReply") },
            ...(entry.goal
              ? [{ term: t("facts.goal"), value: <code className="font-mono text-xs">{entry.goal}</code> }]
              : []),
            { term: t("facts.hours"), value: t(`hoursOf.${entry.hours}`) },
          ]}
        />
        {needsWindow && <p className="max-w-prose text-muted-foreground text-xs">{t("windowNote")}</p>}
      </div>
    </div>
  );
}
