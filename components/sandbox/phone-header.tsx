"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { Channel } from "@/lib/core/model";
import { looks } from "./looks";

/** The contact sees the business that writes to them. */
export function PhoneHeader({ name, channel }: { name: string; channel: Channel }) {
  const t = useTranslations("status.channel");
  return (
    <header className={cn("flex shrink-0 items-center gap-2.5 px-4 py-2.5", looks[channel].header)}>
      <span aria-hidden className="grid size-8 place-items-center rounded-full bg-current/15 font-medium">
        {name.slice(0, 1).toUpperCase()}
      </span>
      <span className="grid min-w-0">
        <span className="truncate font-medium">{name}</span>
        <span className="text-xs">{t(channel)}</span>
      </span>
    </header>
  );
}
