"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EnrollContactDialog } from "@/components/contacts/enroll-contact-dialog";
import { RunActs } from "@/components/enrollments/run-acts";
import { RunState } from "@/components/enrollments/run-state";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ConversationSide, SideRun } from "@/lib/conversations/side";
import type { SequenceOption } from "@/lib/enrollments/data";

type SideRunsProps = {
  account: string;
  side: ConversationSide;
  sequences: SequenceOption[];
  mayEnroll: boolean;
  onChanged: () => void;
};

/** The contact's runs, live ones first, each with its state in a sentence and what can be done about it. */
export function SideRuns({
  account,
  side: { contact, runs },
  sequences,
  mayEnroll,
  onChanged,
}: SideRunsProps) {
  const t = useTranslations("conversations.panel");
  const [isEnrolling, setEnrolling] = useState(false);
  useCommands(
    mayEnroll
      ? [{ id: "thread-enroll", label: t("enroll"), icon: UserPlus, run: () => setEnrolling(true) }]
      : [],
  );
  return (
    <section aria-label={t("runs")} className="grid gap-3">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold">{t("runs")}</h3>
        {mayEnroll && (
          <Button variant="outline" size="sm" onClick={() => setEnrolling(true)}>
            <UserPlus aria-hidden /> {t("enroll")}
          </Button>
        )}
      </div>
      {runs.length === 0 && <p className="text-muted-foreground">{t("noRuns")}</p>}
      <ul className="grid gap-3">
        {runs.map((run) => (
          <li key={run.id} className="grid gap-1.5 border-t pt-3 first:border-0 first:pt-0">
            <Link className="link truncate font-medium" href={`/${account}/enrollments?run=${run.id}`}>
              {run.sequenceName}
            </Link>
            <RunState status={run.status} endReason={run.endReason} />
            <RunSentence run={run} />
            {mayEnroll && run.status !== "ended" && (
              <div className="flex flex-wrap gap-1.5">
                <RunActs account={account} runs={[run]} onActed={onChanged} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayEnroll && (
        <EnrollContactDialog
          account={account}
          contactId={contact.id}
          sequences={sequences}
          isOpen={isEnrolling}
          onClose={() => {
            setEnrolling(false);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

/** Where the run stands and when it moves on, with the rule that says so. */
function RunSentence({ run }: { run: SideRun }) {
  const t = useTranslations("conversations.panel");
  const reason = useTranslations("status.reason");
  const at = run.status === "ended" ? run.endedAt : (run.pausedUntil ?? run.nextActionAt);
  const code = run.nextBecause;
  const why = run.status === "active" && code && code !== "not_due" && reason.has(code) ? reason(code) : null;
  const step = run.stepNumber && run.status !== "ended" && { number: run.stepNumber, count: run.stepCount };
  return (
    <p className="flex flex-wrap gap-x-1.5 text-muted-foreground text-xs">
      {step && <span>{t("step", step)}</span>}
      {run.pausedUntil && run.status === "paused" && <span>{t("resumes")}</span>}
      {at && <RelativeTime at={at} />}
      {run.status === "paused" && !run.pausedUntil && <span>{t("untilResumed")}</span>}
      {why && <span>({why})</span>}
    </p>
  );
}
