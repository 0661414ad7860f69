import { relativeTime } from "@/components/ui/time-text";
import type { RunTimeline } from "@/lib/enrollments/timeline-schema";
import { sentenceMaker, type Translate } from "./sentence";
import { shownTime } from "./shown-data";

type Asked = Pick<RunTimeline, "answer" | "run" | "steps" | "timeZone">;
type Reader = { locale: string; now: Date };
/** The answer in one sentence, and the reason in the rule's own words where there is more to say. */
type Answered = { sentence: string; why: string };

/** "Why did nothing go out?", answered for one run. */
export function answered(
  t: Translate,
  { answer, run, steps, timeZone }: Asked,
  { locale, now }: Reader,
): Answered {
  const { why } = sentenceMaker(t, { locale, timeZone });
  const time = (at: string | null) => (at ? shownTime(at, locale, timeZone) : "");
  const yesNo = (value: unknown) => (value ? "yes" : "no");
  const number = String(steps.find((step) => step.id === run.stepId)?.number ?? "");
  const say = (key: string, values: Record<string, string | number> = {}) =>
    t(`timeline.answer.${key}`, { number, ...values });
  const relative = (at: string) => relativeTime(new Date(at), now, locale, timeZone);

  switch (answer.kind) {
    case "held_back":
      return { sentence: say("heldBack"), why: "" };
    case "ended": {
      const numbers = new Intl.ListFormat(locale).format(answer.unsent.map(String));
      const values = {
        reason: run.endReason ?? "",
        how: answer.told?.code ?? "",
        actor: answer.actorName ?? "",
      };
      const sentence = say("ended", {
        ...{ ...values, by: answer.actorName ? "person" : "engine", at: time(run.endedAt) },
        ...{ count: answer.unsent.length, list: numbers },
      });
      const last = answer.passed && why(answer.passed);
      return { sentence, why: last ? say("passed", { why: last }) : "" };
    }
    case "paused":
      return {
        sentence: say("paused", {
          ...{ how: answer.told?.code ?? "", actor: answer.actorName ?? "", at: time(answer.at) },
          ...{
            by: answer.actorName ? "person" : "engine",
            hasUntil: yesNo(answer.until),
            until: time(answer.until),
          },
        }),
        why: "",
      };
    case "sequence_paused":
      return { sentence: say("sequencePaused"), why: "" };
    case "draft": {
      const isSnoozed = answer.snoozedUntil !== null && new Date(answer.snoozedUntil) > now;
      const until = isSnoozed ? answer.snoozedUntil : answer.expiresAt;
      const approver = { approver: answer.approver ?? "", hasApprover: yesNo(answer.approver) };
      const values = { ...approver, until: time(until), hasUntil: yesNo(until) };
      return { sentence: say(isSnoozed ? "draftSnoozed" : "draft", values), why: "" };
    }
    case "inbox_paused":
      return {
        sentence: say("inboxPaused", {
          ...{
            inbox: answer.inbox,
            by: answer.by,
            detail: answer.because ?? "",
            hasDetail: yesNo(answer.because),
          },
          ...{ until: time(answer.probeAt), hasUntil: yesNo(answer.probeAt) },
        }),
        why: "",
      };
    case "queued":
      return {
        sentence: say("queued", {
          ...{ inbox: answer.inbox, count: answer.ahead, isMany: yesNo(answer.ahead >= MAX_AHEAD) },
          ...{ until: time(answer.until), hasUntil: yesNo(answer.until) },
        }),
        why: answer.told ? why(answer.told) : "",
      };
    case "overdue":
      return {
        sentence: say("overdue", { at: time(answer.since), relative: relative(answer.since) }),
        why: "",
      };
    case "waiting": {
      const next = { count: steps.length, at: time(answer.until), relative: relative(answer.until) };
      const isPlain = answer.told === null || answer.told.code === "not_due" || answer.told.code === "due";
      return {
        sentence: t("enrollments.sentence.active", { number, ...next }),
        why: isPlain || !answer.told ? "" : why(answer.told),
      };
    }
    case "finishing":
      return { sentence: say("finishing"), why: "" };
  }
}

/** As far as the line before a run is counted. */
const MAX_AHEAD = 1_000;
