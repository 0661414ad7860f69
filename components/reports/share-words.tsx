import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Proportion } from "@/lib/core/intervals";
import { NOTHING, useNumbers } from "./use-numbers";

type ShareWordsProps = {
  share: Proportion | null;
  /** The ways to the lists behind the count, and behind what it is out of. */
  opened: (count: string) => ReactNode;
  of?: (count: string) => ReactNode;
};

/** A share with its interval, and the counts that it is made of. */
export function ShareWords({ share, opened, of = (count) => count }: ShareWordsProps) {
  const t = useTranslations("reports");
  const say = useNumbers();
  if (!share) return <span className="text-muted-foreground">{NOTHING}</span>;
  return (
    <div className="grid md:whitespace-nowrap">
      <span>
        {say.share(share.rate)}{" "}
        <span className="text-muted-foreground text-xs">
          {t("interval", { low: say.share(share.low), high: say.share(share.high) })}
        </span>
      </span>
      <p className="text-xs">
        {t.rich("outOf", {
          part: () => opened(say.count(share.count)),
          whole: () => of(say.count(share.of)),
        })}
      </p>
    </div>
  );
}
