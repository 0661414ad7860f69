"use client";

import { FileText, ImageOff, Play, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Media } from "@/lib/core/model";

/** Media as a chat or a mailbox shows it before it is opened. */
export function MediaCard({ media }: { media: Media }) {
  switch (media.kind) {
    case "image":
      return <Picture key={media.url} url={media.url} />;
    case "video":
      return (
        <Frame>
          <span className="grid size-10 place-items-center rounded-full bg-foreground/70 text-background">
            <Play aria-hidden className="size-5 fill-current" />
          </span>
          <span className="max-w-full truncate text-xs">{nameOf(media)}</span>
        </Frame>
      );
    case "document":
      return (
        <div className="flex items-center gap-2 rounded-md bg-muted px-2.5 py-2">
          <FileText aria-hidden className="size-5 shrink-0 text-red" />
          <span className="min-w-0 truncate">{nameOf(media)}</span>
        </div>
      );
    case "audio":
      return (
        <div className="flex items-center gap-2 rounded-md bg-muted px-2.5 py-2">
          <Volume2 aria-hidden className="size-4 shrink-0" />
          <span aria-hidden className="h-0.5 flex-1 rounded-full bg-grey" />
          <span className="min-w-0 truncate text-muted-foreground text-xs">{nameOf(media)}</span>
        </div>
      );
  }
}

function Picture({ url }: { url: string }) {
  const t = useTranslations("step.media");
  const [isBroken, setBroken] = useState(false);
  if (isBroken || !URL.canParse(url)) {
    return (
      <Frame>
        <ImageOff aria-hidden className="size-5" />
        <span className="text-xs">{url === "" ? t("noAddress") : t("broken")}</span>
      </Frame>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: an address of somebody else's, shown once and never optimised
    <img
      src={url}
      alt={t("kinds.image")}
      referrerPolicy="no-referrer"
      onError={() => setBroken(true)}
      className="max-h-56 min-h-24 w-full rounded-md bg-muted object-cover"
    />
  );
}

function Frame({ children }: { children: React.ReactNode }) {
  return (
    <div className="grid min-h-32 place-content-center justify-items-center gap-1.5 rounded-md bg-muted px-3 text-muted-foreground">
      {children}
    </div>
  );
}

function nameOf({ fileName, url }: Media): string {
  if (fileName) return fileName;
  const path = URL.canParse(url) ? new URL(url).pathname : "";
  return (
    decodeURIComponent(path.slice(path.lastIndexOf("/") + 1).replace(/%(?![0-9a-f]{2})/gi, "%25")) ||
    url ||
    "…"
  );
}
