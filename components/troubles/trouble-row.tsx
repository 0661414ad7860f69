"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button, buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Trouble } from "@/lib/troubles/schema";
import { NamedThings } from "./named-things";
import type { TroubleRights } from "./rights";
import { actsOf, isGrave, placeOf } from "./trouble-acts";
import { useRepair } from "./use-repair";

type TroubleRowProps = {
  account: string;
  trouble: Trouble;
  rights: TroubleRights;
  /** Of the account's days. */
  today: string;
};

/** What is stuck, why it matters, and what can be done about it with one click. */
export function TroubleRow({ account, trouble, rights, today }: TroubleRowProps) {
  const t = useTranslations("troubles");
  const format = useFormatter();
  const { repair, busy } = useRepair(account);
  const { kind, count, isMore, since, named } = trouble;
  const Icon = isGrave(kind) ? CircleAlert : TriangleAlert;
  const place = placeOf(account, trouble, { rights, today });
  const shown = isMore ? t("over", { count: format.number(count) }) : format.number(count);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-3 py-2.5">
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", isGrave(kind) ? "text-red" : "text-amber")} />
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{t(`kinds.${kind}.title`, { count, shown })}</p>
        <p className="text-muted-foreground text-xs">
          {t(`kinds.${kind}.why`)}
          {since && (
            <>
              {" "}
              {t("since")} <RelativeTime at={since} />.
            </>
          )}
        </p>
        {named.length > 0 && (
          <NamedThings
            account={account}
            trouble={trouble}
            rights={rights}
            repair={repair}
            isBusy={busy !== null}
          />
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {place && (
          <Link href={place.href} className={buttonVariants({ variant: "outline", size: "sm" })}>
            {t(`open.${place.open}`)}
          </Link>
        )}
        {actsOf(trouble, rights)
          // Inboxes go on one by one: their names stand beside the button.
          .filter((act) => act !== "resume")
          .map((act) => (
            <Button
              key={act}
              size="sm"
              variant={act === "extend" ? "outline" : "default"}
              isBusy={busy === act}
              disabled={busy !== null}
              onClick={() => repair({ act, kind })}
            >
              {t(`acts.${act}`)}
            </Button>
          ))}
      </div>
    </li>
  );
}
