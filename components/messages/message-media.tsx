"use client";

import { FileText, ImageIcon, type LucideIcon, Music, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Media } from "@/lib/core/model";

const ICONS: Record<Media["kind"], LucideIcon> = {
  image: ImageIcon,
  document: FileText,
  audio: Music,
  video: Video,
};

/** An image as it is, everything else (and an image that does not load) as a named link to it. */
export function MessageMedia({ media }: { media: Media }) {
  const t = useTranslations("sandbox.media");
  const [isBroken, setBroken] = useState(false);
  const name = media.fileName || fileOf(media.url);
  const Icon = ICONS[media.kind];
  if (media.kind === "image" && !isBroken) {
    return (
      // biome-ignore lint/performance/noImgElement: it stands on somebody else's server, and its size is not known
      <img
        src={media.url}
        alt={media.fileName || t("image")}
        onError={() => setBroken(true)}
        className="max-h-64 w-full rounded-md object-cover"
      />
    );
  }
  return (
    <a
      href={media.url}
      target="_blank"
      rel="noopener noreferrer"
      className="flex min-w-0 items-center gap-2.5 rounded-md bg-current/8 px-2.5 py-2"
    >
      <Icon aria-hidden className="size-5 shrink-0" />
      <span className="grid min-w-0">
        <span className="truncate font-medium">{name}</span>
        <span className="text-xs">{t(media.kind)}</span>
      </span>
    </a>
  );
}

function fileOf(url: string): string {
  const { pathname, host } = new URL(url);
  return decoded(pathname.split("/").at(-1) ?? "") || host;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
