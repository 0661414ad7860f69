"use client";

import { Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { type GalleryEntry, PURPOSES } from "@/lib/gallery/schema";
import type { Locale } from "@/lib/locale";
import { ChannelIcon } from "../list/channel-icons";

type GalleryListProps = {
  entries: GalleryEntry[];
  chosen: string | null;
  onChoose: (id: string) => void;
};

/** Radio buttons by purpose: the arrow keys walk through all of them, Enter takes the chosen one. */
export function GalleryList({ entries, chosen, onChoose }: GalleryListProps) {
  const t = useTranslations("gallery");
  const locale = useLocale() as Locale;
  const [query, setQuery] = useState("");
  const found = entries.filter((entry) => says(entry, query));
  return (
    <div className="grid gap-1 py-3">
      <span className="relative mx-4 mb-1 block md:mx-6 lg:mx-4">
        <Search
          aria-hidden
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 size-3.5 text-muted-foreground"
        />
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          // Looking for something is not yet choosing it.
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          className="pl-8"
        />
      </span>
      {found.length === 0 && (
        <p className="px-4 py-6 text-center text-muted-foreground">{t("none", { query: query.trim() })}</p>
      )}
      <div role="radiogroup" aria-label={t("list")} className="grid gap-3">
        {PURPOSES.map((purpose) => {
          const ofPurpose = found.filter((entry) => entry.purpose === purpose);
          if (ofPurpose.length === 0) return null;
          return (
            <div key={purpose} className="grid gap-px px-2 md:px-4 lg:px-2">
              <h2 className="px-2 pt-1.5 pb-1 font-medium text-muted-foreground text-xs">
                {t(`purposes.${purpose}`)}
              </h2>
              {ofPurpose.map((entry) => (
                <Row
                  key={entry.id}
                  entry={entry}
                  locale={locale}
                  isChosen={entry.id === chosen}
                  onChoose={() => onChoose(entry.id)}
                />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

type RowProps = { entry: GalleryEntry; locale: Locale; isChosen: boolean; onChoose: () => void };

function Row({ entry, locale, isChosen, onChoose }: RowProps) {
  const t = useTranslations("gallery");
  const { name, when, messages } = entry.languages[locale];
  return (
    <label
      className={cn(
        "grid cursor-pointer grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 rounded-md px-2 py-2 hover:bg-accent has-focus-visible:outline-2 has-focus-visible:outline-ring",
        isChosen && "bg-primary-soft hover:bg-primary-soft",
      )}
    >
      <input
        type="radio"
        name="ready-made"
        value={entry.id}
        checked={isChosen}
        onChange={onChoose}
        ref={isChosen ? bringIntoView : undefined}
        // On a phone the chosen one may be opened again.
        onClick={onChoose}
        aria-label={name}
        className="sr-only"
      />
      <span className="truncate font-medium">{name}</span>
      <span aria-hidden className="flex items-center gap-1 text-muted-foreground [&_svg]:size-3.5">
        {entry.channels.map((channel) => (
          <ChannelIcon key={channel} channel={channel} />
        ))}
        <span className="ml-1 text-xs tabular-nums">{t("messages", { count: messages.length })}</span>
      </span>
      <span className="col-span-2 line-clamp-2 text-muted-foreground text-xs">{when}</span>
    </label>
  );
}

/** What the address names may stand far down the list. */
const bringIntoView = (input: HTMLInputElement | null): void =>
  input?.parentElement?.scrollIntoView({ block: "nearest" });

/** In any language, with or without accents: people search in the words they know. */
function says({ languages }: GalleryEntry, query: string): boolean {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const text = plain(
    Object.values(languages)
      .map(({ name, about, when }) => `${name} ${about} ${when}`)
      .join(" "),
  );
  return words.every((word) => text.includes(word));
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
