import { useTranslations } from "next-intl";
import { BarMark } from "@/components/charts/bar-mark";
import type { ChartTone } from "@/components/charts/series";
import { TableCell, TableHead, TableRow } from "@/components/ui/table";
import { shareOf } from "@/lib/core/metrics";
import { NOTHING, useNumbers } from "../use-numbers";
import { Counted } from "./counted";

type StageRowProps = {
  name: string;
  count: number;
  href: string | null;
  /** The stage that it is a part of. */
  of?: { name: string; count: number };
  began: number;
  tone?: ChartTone;
  isStrong?: boolean;
};

/** A stage of the funnel: its bar among all that began, its count, and what part of the stage before came so far. */
export function StageRow({ name, count, href, of, began, tone, isStrong }: StageRowProps) {
  const t = useTranslations("reports.funnel");
  const say = useNumbers();
  const share = shareOf(count, began);
  return (
    <TableRow>
      <TableHead scope="row" className="text-left w-full py-1.5 text-foreground text-sm">
        <span className="grid gap-1 sm:grid-cols-[9rem_minmax(0,1fr)] sm:items-center sm:gap-3">
          <span className={isStrong ? "truncate font-medium" : "truncate"}>{name}</span>
          <BarMark share={share} tone={tone} className={isStrong ? "h-4" : undefined} />
        </span>
      </TableHead>
      <TableCell className="text-right">
        <Counted count={count} href={href} />
      </TableCell>
      <TableCell className="whitespace-nowrap text-right">
        {of ? (
          <>
            {say.share(shareOf(count, of.count))}
            <span className="block text-muted-foreground text-xs">{t("ofStage", { stage: of.name })}</span>
          </>
        ) : (
          <span className="text-muted-foreground">{NOTHING}</span>
        )}
      </TableCell>
      <TableCell className="text-right max-sm:hidden">{say.share(share)}</TableCell>
    </TableRow>
  );
}
