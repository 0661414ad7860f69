"use client";

import { AlarmClock, MessageSquareOff, UserCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { refusalOf } from "@/components/sequences/refusal";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { liftAction, suppressAction } from "@/lib/contacts/actions";
import type { ConversationDetail } from "@/lib/conversations/detail";
import type { ReplyIntent } from "@/lib/core/model-maestro";
import type { UnderstoodShown } from "@/lib/reply-intents/schema";
import { useDayWords } from "./reply-meaning";
import type { ThreadActs } from "./use-thread-acts";

type ReplyOffersProps = {
  account: string;
  conversation: ConversationDetail;
  understood: UnderstoodShown;
  userId: string;
  acts: ThreadActs;
  onChanged: () => Promise<unknown>;
};

const OFFERS: Record<ReplyIntent, ("snooze" | "assign" | "suppress")[]> = {
  interested: ["assign"],
  not_now: ["snooze"],
  out_of_office: ["snooze"],
  wrong_person: ["suppress"],
  complaint: ["assign", "suppress"],
  opt_out: ["suppress"],
  other: [],
};

/** What could be done about the newest answer, one click each. Nothing of it is done by itself. */
export function ReplyOffers({
  account,
  conversation,
  understood,
  userId,
  acts,
  onChanged,
}: ReplyOffersProps) {
  const t = useTranslations("replies.offer");
  const channels = useTranslations("status.channel");
  const common = useTranslations("common");
  const day = useDayWords();
  const offers = OFFERS[understood.intent];
  const until = snoozeDay(understood.until, new Date());
  const channel = conversation.channel;
  const input = { account, contactId: conversation.contactId, channel };
  const change = async (act: typeof suppressAction | typeof liftAction): Promise<boolean> => {
    const answer = await act(input).catch(() => undefined);
    const refused = answer ? refusalOf(answer) : t("failed");
    if (refused) toast.error(refused);
    else await onChanged();
    return !refused;
  };
  const suppress = async () => {
    if (!(await change(suppressAction))) return;
    const undo = { label: common("undo"), onClick: () => void change(liftAction) };
    toast(t("suppressed", { channel: channels(channel) }), { action: undo });
  };
  return (
    <fieldset className="flex flex-wrap gap-1.5" aria-label={t("label")}>
      {offers.includes("snooze") && conversation.status !== "snoozed" && (
        <Button variant="outline" size="sm" onClick={() => void acts.snooze(until.at)}>
          <AlarmClock aria-hidden /> {until.day ? t("snooze", { day: day(until.day) }) : t("snoozeWeek")}
        </Button>
      )}
      {offers.includes("assign") && conversation.assigneeId !== userId && (
        <Button variant="outline" size="sm" onClick={() => void acts.assign(userId)}>
          <UserCheck aria-hidden /> {t("assign")}
        </Button>
      )}
      {offers.includes("suppress") && !conversation.isOptedOut && (
        <Button variant="outline" size="sm" onClick={() => void suppress()}>
          <MessageSquareOff aria-hidden /> {t("suppress", { channel: channels(channel) })}
        </Button>
      )}
    </fieldset>
  );
}

const MORNING = 9;

/** The morning of the day that was named, on the person's own clock; a week from now where it names none, or a past one. */
function snoozeDay(day: string | null, now: Date): { day: string | null; at: Date } {
  const [year = 0, month = 1, date = 1] = (day ?? "").split("-").map(Number);
  const at = new Date(year, month - 1, date, MORNING);
  if (day !== null && at > now) return { day, at };
  return { day: null, at: new Date(now.getFullYear(), now.getMonth(), now.getDate() + 7, MORNING) };
}
