import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { SendCount, SendFilter, SendPage } from "@/lib/sends/schema";
import { sendsAddress } from "./sends-address";

type SendsPagerProps = { account: string; filter: SendFilter; page: SendPage; count: Promise<SendCount> };

/** How many there are, counted while the page is shown already, and the neighbouring pages. */
export function SendsPager({ account, filter, page, count }: SendsPagerProps) {
  const t = useTranslations("sends.pager");
  const { next, previous } = page;
  return (
    <nav
      aria-label={t("label")}
      className="flex min-h-14 items-center justify-between gap-3 px-4 py-3 md:px-6"
    >
      <p className="text-muted-foreground" aria-live="polite">
        <Suspense fallback={t("counting")}>
          <Counted count={count} fact={filter.fact} />
        </Suspense>
      </p>
      {(next || previous) && (
        <div className="flex gap-2">
          <PageLink address={previous && sendsAddress(account, filter, { before: previous })}>
            <ChevronLeft aria-hidden /> {t("newer")}
          </PageLink>
          <PageLink address={next && sendsAddress(account, filter, { after: next })}>
            {t("older")} <ChevronRight aria-hidden />
          </PageLink>
        </div>
      )}
    </nav>
  );
}

async function Counted({ count, fact }: { count: Promise<SendCount>; fact: SendFilter["fact"] }) {
  return <CountWords {...(await count)} isOfConversions={fact === "converted"} />;
}

function CountWords({ count, isExact, isOfConversions }: SendCount & { isOfConversions: boolean }) {
  const t = useTranslations("sends.pager");
  if (!isExact) return t("over", { count });
  return t(isOfConversions ? "conversions" : "sends", { count });
}

function PageLink({ address, children }: { address: string | null; children: ReactNode }) {
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
