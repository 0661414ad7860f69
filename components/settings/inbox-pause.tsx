"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { testInboxAction } from "@/lib/inboxes/actions";
import type { InboxPause as Pause } from "@/lib/inboxes/standing";
import { ConnectionResult } from "./connection-result";
import { useMoment } from "./inbox-queue";
import { InboxSwitch } from "./inbox-switch";
import { adviceFor } from "./pause-advice";

type InboxPauseProps = {
  account: string;
  inbox: { id: string; name: string; status: "active" | "paused" };
  pause: Pause;
  /** Whether its provider can be asked. */
  mayTest: boolean;
  timeZone: string;
};

/** Why nothing goes out, since when, what happens next by itself and what a person can do. */
export function InboxPause({ account, inbox, pause, mayTest, timeZone }: InboxPauseProps) {
  const t = useTranslations("inboxes");
  const moment = useMoment(timeZone);
  const test = useAction(testInboxAction);
  const { by, code, because, since, probeAt } = pause;
  return (
    <div className="grid grid-cols-1 gap-2">
      <Alert
        tone={by === "person" ? "amber" : "red"}
        title={by === "person" ? t("paused.person") : t("paused.engine")}
      >
        <div className="grid grid-cols-1 gap-2">
          {by === "engine" && because && <p>{because}</p>}
          <p>
            {by === "person" ? t("paused.personText") : t(`advice.${adviceFor(code)}`)}{" "}
            {by === "engine" && (probeAt ? t("paused.probe", { at: moment(probeAt) }) : t("paused.noProbe"))}
          </p>
          <div className="flex flex-wrap items-center gap-2">
            <InboxSwitch account={account} inbox={inbox} label={t("paused.resume")} />
            {mayTest && (
              <Button
                variant="outline"
                isBusy={test.isPending}
                onClick={() => test.execute({ account, id: inbox.id })}
              >
                {t("paused.test")}
              </Button>
            )}
            {since && (
              <span className="text-muted-foreground text-xs">
                {t.rich("paused.since", { when: () => <RelativeTime at={since} timeZone={timeZone} /> })}
              </span>
            )}
          </div>
        </div>
      </Alert>
      <ConnectionResult result={test.result} />
    </div>
  );
}
