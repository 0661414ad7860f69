"use client";

import { Download, FileX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ThreadMessage } from "@/lib/conversations/thread";

type InboundMediaProps = {
  /** Where it is fetched from when somebody looks. */
  address: string;
  media: NonNullable<ThreadMessage["inboundMedia"]>;
};

/** What the contact sent: pictures, voice and films to look at and hear, the rest to download. */
export function InboundMedia({ address, media: { kind, fileName } }: InboundMediaProps) {
  const t = useTranslations("conversations.media");
  const [isGone, setGone] = useState(false);
  const fail = () => setGone(true);
  const label = fileName ?? t(kind);
  if (isGone) {
    return (
      <p className="flex items-center gap-2 rounded-md bg-current/8 px-2.5 py-2 text-muted-foreground">
        <FileX aria-hidden className="size-4 shrink-0" /> {t("gone", { what: label })}
      </p>
    );
  }
  switch (kind) {
    case "image":
    case "sticker":
      return (
        // biome-ignore lint/performance/noImgElement: it is fetched with the session, and its size is not known
        <img
          src={address}
          alt={label}
          loading="lazy"
          onError={fail}
          className={
            kind === "sticker" ? "size-32 object-contain" : "max-h-64 min-h-24 w-full rounded-md object-cover"
          }
        />
      );
    case "audio":
      return (
        // biome-ignore lint/a11y/useMediaCaption: a contact's voice message has none
        <audio
          controls
          preload="none"
          src={address}
          aria-label={label}
          onError={fail}
          className="max-w-full"
        />
      );
    case "video":
      return (
        // biome-ignore lint/a11y/useMediaCaption: a contact's film has none
        <video
          controls
          preload="none"
          src={address}
          aria-label={label}
          onError={fail}
          className="max-h-64 w-full rounded-md bg-muted"
        />
      );
    case "document":
      return (
        <a
          href={address}
          download={fileName ?? true}
          className="flex min-w-0 items-center gap-2.5 rounded-md bg-current/8 px-2.5 py-2"
        >
          <Download aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0 truncate font-medium">{label}</span>
        </a>
      );
  }
}
