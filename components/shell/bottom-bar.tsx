"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { sectionsFor } from "./sections";
import type { Frame } from "./shell";

/** On phones: the sections within a thumb's reach; the rest is in the menu. */
export function BottomBar({ frame }: { frame: Frame }) {
  const t = useTranslations("shell");
  const current = usePathname().split("/")[2];
  return (
    <nav
      aria-label={t("navigation")}
      className="fixed inset-x-0 bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t bg-background pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {sectionsFor(frame.role)
        .filter(({ isInThumbReach }) => isInThumbReach)
        .map(({ key, icon: Icon }) => {
          const isCurrent = key === current;
          return (
            <Link
              key={key}
              href={`/${frame.account.slug}/${key}`}
              aria-current={isCurrent ? "page" : undefined}
              className={cn(
                "grid h-14 min-w-0 content-center justify-items-center gap-0.5 text-2xs text-muted-foreground tracking-tighter",
                isCurrent && "font-medium text-primary",
              )}
            >
              <Icon aria-hidden className="size-5" />
              <span className="max-w-full truncate">
                {key === "sandbox" ? t("phone") : t(`sections.${key}`)}
              </span>
            </Link>
          );
        })}
    </nav>
  );
}
