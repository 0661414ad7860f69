"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { MAX_COUNTED } from "@/lib/keyset";
import { useAddress } from "./use-address";

type PagerProps = { count: number; next: string | null; previous: string | null };

/** How many rows there are, and the neighbouring pages. */
export function Pager({ count, next, previous }: PagerProps) {
  const t = useTranslations("contacts.pager");
  const { addressWith } = useAddress();
  return (
    <nav aria-label={t("label")} className="flex items-center justify-between gap-3 px-4 py-3 md:px-6">
      <p className="text-muted-foreground" aria-live="polite">
        {count > MAX_COUNTED ? t("over", { count: MAX_COUNTED }) : t("count", { count })}
      </p>
      {(next || previous) && (
        <div className="flex gap-2">
          <PageLink address={previous && addressWith({ before: previous, after: null })}>
            <ChevronLeft aria-hidden /> {t("previous")}
          </PageLink>
          <PageLink address={next && addressWith({ after: next, before: null })}>
            {t("next")} <ChevronRight aria-hidden />
          </PageLink>
        </div>
      )}
    </nav>
  );
}

function PageLink({ address, children }: { address: string | null; children: React.ReactNode }) {
  if (!address) {
    return (
      <Button variant="outline" size="sm" disabled>
        {children}
      </Button>
    );
  }
  return (
    <Button asChild variant="outline" size="sm">
      <Link href={address}>{children}</Link>
    </Button>
  );
}
