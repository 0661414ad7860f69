"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Sheet, SheetBody, SheetContent, SheetFooter, SheetHeader, SheetTitle } from "@/components/ui/sheet";
import { useMedia } from "@/components/ui/use-media";
import type { GalleryEntry } from "@/lib/gallery/schema";
import type { Locale } from "@/lib/locale";
import { EntryPreview } from "./entry-preview";
import { FirstChoices } from "./first-choices";
import { GalleryList } from "./gallery-list";
import { useGalleryAddress } from "./use-gallery-address";
import { useStart } from "./use-start";

type GalleryScreenProps = {
  account: string;
  entries: GalleryEntry[];
  /** What the address says; null: nothing is chosen there. */
  chosenId: string | null;
  /** The account's own, unless the address says another. */
  language: Locale;
};

/** Where a sequence begins: the ready-made ones by purpose on the left, the chosen one as people will read it beside. */
export function GalleryScreen({ account, entries, chosenId, language: asked }: GalleryScreenProps) {
  const t = useTranslations("gallery");
  const locale = useLocale() as Locale;
  const isWide = useMedia("(min-width: 64rem)", true);
  const [chosen, setChosen] = useState(chosenId);
  const [language, setLanguage] = useState(asked);
  const [isOpen, setOpen] = useState(chosenId !== null);
  useGalleryAddress({ chosen, language, isDefault: language === asked && chosen === chosenId });
  const { start, isBusy } = useStart(account);
  // On a wide screen something is always in view; on a phone the list comes first.
  const entry = entries.find(({ id }) => id === chosen) ?? (isWide ? entries[0] : undefined);

  const choose = (id: string) => {
    setChosen(id);
    setOpen(true);
  };
  const use = (event: FormEvent) => {
    event.preventDefault();
    if (entry) start({ readyMadeId: entry.id, locale: language });
  };
  const preview = entry && (
    <EntryPreview key={entry.id} entry={entry} language={language} onLanguage={setLanguage} />
  );
  const useButton = (
    <Button type="submit" form="gallery" isBusy={isBusy}>
      {t("use")}
    </Button>
  );

  return (
    <form
      id="gallery"
      onSubmit={use}
      className="grid border-t lg:grid-cols-[21rem_minmax(0,1fr)] xl:grid-cols-[24rem_minmax(0,1fr)]"
    >
      <div className="min-w-0 lg:sticky lg:top-11 lg:h-[calc(100dvh-2.75rem)] lg:overflow-y-auto lg:border-r">
        <FirstChoices account={account} />
        <GalleryList entries={entries} chosen={entry?.id ?? null} onChoose={choose} />
      </div>
      {isWide ? (
        entry && (
          <section
            aria-label={t("preview", { name: entry.languages[locale].name })}
            className="min-w-0 max-lg:hidden"
          >
            <div className="sticky top-11 z-10 flex items-center justify-between gap-4 border-b bg-background px-6 py-3">
              <h2 className="truncate font-semibold text-lg">{entry.languages[locale].name}</h2>
              {useButton}
            </div>
            <div className="px-6 py-5">{preview}</div>
          </section>
        )
      ) : (
        <Sheet open={isOpen && entry !== undefined} onOpenChange={setOpen}>
          <SheetContent aria-describedby={undefined}>
            <SheetHeader>
              <SheetTitle>{entry?.languages[locale].name}</SheetTitle>
            </SheetHeader>
            <SheetBody>{preview}</SheetBody>
            <SheetFooter>{useButton}</SheetFooter>
          </SheetContent>
        </Sheet>
      )}
    </form>
  );
}
