"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { Hint } from "@/components/ui/tooltip";
import { sectionsFor } from "./sections";
import type { Frame } from "./shell";
import { useDraftCount } from "./use-draft-count";
import { useNeeds } from "./use-needs";

type NavLinksProps = { frame: Frame; isFolded: boolean; onNavigate?: () => void };

export function NavLinks({ frame, isFolded, onNavigate }: NavLinksProps) {
  const t = useTranslations("shell.sections");
  const shell = useTranslations("shell");
  const needs = useNeeds(frame.account.slug);
  const drafts = useDraftCount(frame);
  const current = usePathname().split("/")[2];
  return sectionsFor(frame.role).map(({ key, icon: Icon }) => {
    const isCurrent = key === current;
    const link = (
      <Link
        key={key}
        href={`/${frame.account.slug}/${key}`}
        aria-current={isCurrent ? "page" : undefined}
        onClick={onNavigate}
        className={cn(
          "relative flex h-8 items-center gap-2.5 rounded-md px-2.5 text-muted-foreground transition-colors hover:bg-accent hover:text-foreground touch:h-11",
          isCurrent && "bg-accent font-medium text-foreground",
        )}
      >
        <Icon aria-hidden className={cn("size-4 shrink-0", isCurrent && "text-primary")} />
        <span className={isFolded ? "sr-only" : "truncate"}>{t(key)}</span>
        {key === "overview" && needs ? (
          <Count
            count={needs}
            words={shell("needs")}
            isFolded={isFolded}
            className="bg-amber-soft text-amber"
          />
        ) : null}
        {key === "approvals" && drafts ? (
          <Count
            count={drafts}
            words={shell("drafts")}
            isFolded={isFolded}
            className="bg-violet-soft text-violet"
          />
        ) : null}
      </Link>
    );
    return isFolded ? (
      <Hint key={key} text={t(key)} side="right">
        {link}
      </Hint>
    ) : (
      link
    );
  });
}

type CountProps = { count: number; words: string; isFolded: boolean; className: string };

function Count({ count, words, isFolded, className }: CountProps) {
  return (
    <span
      className={cn(
        "rounded-full px-1.5 font-medium text-xs tabular-nums",
        isFolded ? "-top-1 -right-1 absolute" : "ml-auto",
        className,
      )}
    >
      {count}
      <span className="sr-only"> {words}</span>
    </span>
  );
}
