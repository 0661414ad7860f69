"use client";

import {
  ArrowRightLeft,
  Ban,
  CalendarClock,
  CheckCheck,
  CircleHelp,
  CircleX,
  Clock,
  CornerUpLeft,
  Flag,
  type LucideIcon,
  Pause,
  Play,
  RotateCcw,
  Send,
  SkipForward,
  Sparkles,
  Target,
  Trophy,
  Undo2,
  UserPlus,
  Wrench,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { exactTime } from "@/components/ui/time-text";
import type { LedgerKind } from "@/lib/core/model";
import type { TimelineEntry } from "@/lib/enrollments/timeline-schema";
import { RawAnswer } from "./raw-answer";
import { RawDeliveryDetails } from "./raw-delivery";
import { ReplyLink } from "./reply-link";
import { SeenData } from "./seen-data";
import { SentMessage } from "./sent-message";
import { shownTime } from "./shown-data";
import { useSentence } from "./use-sentence";

const LOOK: Record<LedgerKind, { icon: LucideIcon; colour: string }> = {
  enrolled: { icon: UserPlus, colour: "text-blue" },
  enrollment_refused: { icon: Ban, colour: "text-red" },
  waiting: { icon: Clock, colour: "text-amber" },
  sent: { icon: Send, colour: "text-green" },
  delivered: { icon: CheckCheck, colour: "text-muted-foreground" },
  read: { icon: CheckCheck, colour: "text-blue" },
  skipped: { icon: SkipForward, colour: "text-muted-foreground" },
  failed: { icon: CircleX, colour: "text-red" },
  retrying: { icon: RotateCcw, colour: "text-amber" },
  unknown: { icon: CircleHelp, colour: "text-red" },
  replied: { icon: CornerUpLeft, colour: "text-green" },
  automatic_reply: { icon: CornerUpLeft, colour: "text-muted-foreground" },
  opted_out: { icon: Ban, colour: "text-red" },
  opted_in: { icon: CornerUpLeft, colour: "text-green" },
  goal_reached: { icon: Target, colour: "text-green" },
  resolved: { icon: CheckCheck, colour: "text-green" },
  paused: { icon: Pause, colour: "text-amber" },
  resumed: { icon: Play, colour: "text-blue" },
  moved: { icon: ArrowRightLeft, colour: "text-blue" },
  rescheduled: { icon: CalendarClock, colour: "text-blue" },
  undone: { icon: Undo2, colour: "text-muted-foreground" },
  converted: { icon: Trophy, colour: "text-green" },
  settled: { icon: CheckCheck, colour: "text-blue" },
  drafted: { icon: Sparkles, colour: "text-violet" },
  approved: { icon: CheckCheck, colour: "text-green" },
  discarded: { icon: CircleX, colour: "text-muted-foreground" },
  returned: { icon: Undo2, colour: "text-amber" },
  reassigned: { icon: ArrowRightLeft, colour: "text-muted-foreground" },
  understood: { icon: Sparkles, colour: "text-violet" },
  repaired: { icon: Wrench, colour: "text-blue" },
  ended: { icon: Flag, colour: "text-foreground" },
};

type TimelineLineProps = { runId: string; entry: TimelineEntry; timeZone: string };

/** Acts that hand a message to a provider, which has answered. */
const HANDED_OVER: ReadonlySet<LedgerKind> = new Set(["sent", "failed", "unknown", "retrying"]);

/** One decision, event or act: an icon, one sentence, the time, and on demand what the rule saw. */
export function TimelineLine({ runId, entry, timeZone }: TimelineLineProps) {
  const t = useTranslations("enrollments.timeline");
  const locale = useLocale();
  const { say } = useSentence(timeZone);
  const { icon: Icon, colour } = LOOK[entry.kind];
  const isSend = entry.kind === "sent" || entry.kind === "unknown";
  return (
    <li className="grid grid-cols-[1rem_1fr] gap-x-2.5 border-b py-2 last:border-0">
      <Icon aria-hidden className={cn("mt-0.5 size-4", colour)} />
      <div className="grid min-w-0 gap-1">
        <p className="break-words">{say(entry)}</p>
        {isSend && entry.message && <SentMessage message={entry.message} />}
        {entry.kind === "understood" && <ReplyLink conversationId={entry.because.data.conversationId} />}
        <time
          dateTime={entry.at}
          title={exactTime(new Date(entry.at), locale, timeZone)}
          className="text-muted-foreground text-xs"
        >
          {shownTime(entry.at, locale, timeZone)}
        </time>
        <SeenData label={t("seen")} told={entry.because} timeZone={timeZone} />
        {HANDED_OVER.has(entry.kind) && entry.message && <RawAnswer message={entry.message} />}
        {entry.deliveryId && (
          <RawDeliveryDetails runId={runId} deliveryId={entry.deliveryId} timeZone={timeZone} />
        )}
      </div>
    </li>
  );
}
