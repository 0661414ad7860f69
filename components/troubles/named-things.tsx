"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { Trouble } from "@/lib/troubles/schema";
import type { TroubleRights } from "./rights";
import { actsOf, namedHref } from "./trouble-acts";
import type { useRepair } from "./use-repair";

type NamedThingsProps = {
  account: string;
  trouble: Trouble;
  rights: TroubleRights;
  repair: ReturnType<typeof useRepair>["repair"];
  isBusy: boolean;
};

/** What a trouble is about, each with the place where it is mended. */
export function NamedThings({ account, trouble, rights, repair, isBusy }: NamedThingsProps) {
  const t = useTranslations("troubles");
  const format = useFormatter();
  const { kind, count, named } = trouble;
  const mayResume = actsOf(trouble, rights).includes("resume");
  return (
    <ul className="mt-1 grid gap-1 text-xs">
      {named.map((one) => {
        const href = namedHref(account, kind, one, rights);
        return (
          // A sequence may be blocked at several steps.
          <li key={`${one.id} ${one.detail}`} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {href ? (
              <Link href={href} className="link rounded-sm">
                {one.name}
              </Link>
            ) : (
              <span>{one.name}</span>
            )}
            {one.detail && <span className="min-w-0 break-words text-muted-foreground">{one.detail}</span>}
            {one.waiting !== null && one.waiting > 0 && (
              <span className="text-muted-foreground">
                {t("waiting", { count: one.waiting, shown: format.number(one.waiting) })}
              </span>
            )}
            {mayResume && (
              <Button
                size="sm"
                disabled={isBusy}
                aria-label={t("resumeNamed", { name: one.name })}
                onClick={() => repair({ act: "resume", kind, inboxId: one.id })}
              >
                {t("acts.resume")}
              </Button>
            )}
          </li>
        );
      })}
      {count > named.length && (
        <li className="text-muted-foreground">{t("andMore", { count: count - named.length })}</li>
      )}
    </ul>
  );
}
