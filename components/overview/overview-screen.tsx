"use client";

import { useLive } from "@/components/shell/use-live";
import type { TroubleRights } from "@/components/troubles/rights";
import type { Overview } from "@/lib/overview/schema";
import { AheadDays } from "./ahead-days";
import { InboxHealth } from "./inbox-health";
import { NeedsMe } from "./needs-me";
import { Today } from "./today";
import { TopSequences } from "./top-sequences";
import { Volume } from "./volume";

/** Nothing here changes from one second to the next so that somebody waits for it. */
const REFRESH_SECONDS = 15;

type OverviewScreenProps = { account: string; initial: Overview; rights: TroubleRights };

export function OverviewScreen({ account, initial, rights }: OverviewScreenProps) {
  const overview = useLive(account, "overview", initial, REFRESH_SECONDS);
  const { today, volume, ahead, sequences, inboxes, timeZone } = overview;
  return (
    <div className="grid max-w-[1200px] gap-8 px-4 md:px-6">
      <NeedsMe account={account} overview={overview} rights={rights} />
      <Today account={account} today={today} />
      <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-2">
        <Volume account={account} volume={volume} timeZone={timeZone} />
        <AheadDays account={account} ahead={ahead} timeZone={timeZone} />
      </div>
      <TopSequences account={account} sequences={sequences} />
      <InboxHealth account={account} inboxes={inboxes} mayOpen={rights.inboxes} />
    </div>
  );
}
