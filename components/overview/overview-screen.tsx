"use client";

import { useLive } from "@/components/shell/use-live";
import type { Overview } from "@/lib/overview/data";
import { NeedsMe } from "./needs-me";
import { NextDays } from "./next-days";
import { Today } from "./today";

/** The counts read whole tables, so they are asked for less often than a timeline. */
const REFRESH_SECONDS = 10;

type OverviewScreenProps = {
  account: string;
  initial: Overview;
  mayRepair: boolean;
  mayMend: boolean;
  maySettle: boolean;
  mayDecide: boolean;
};

export function OverviewScreen({ account, initial, ...rights }: OverviewScreenProps) {
  const overview = useLive(account, "overview", initial, REFRESH_SECONDS);
  return (
    <div className="grid max-w-[1200px] gap-8 px-4 md:px-6">
      <NeedsMe account={account} needs={overview.needs} {...rights} />
      <Today account={account} today={overview.today} />
      <NextDays account={account} next={overview.next} timeZone={overview.timeZone} />
    </div>
  );
}
