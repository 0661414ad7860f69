import type { Told } from "@/lib/enrollments/data";
import type { TimelineEntry } from "@/lib/enrollments/timeline-schema";
import { seenValue } from "./seen-value";
import { shownData } from "./shown-data";

/** The translator of all texts: `useTranslations()` without a namespace. */
export type Translate = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

/** Makes sentences of what the ledger tells, with times in the account's zone. */
export function sentenceMaker(t: Translate, reader: { locale: string; timeZone: string }) {
  const known = (key: string, otherwise = "") => (t.has(key) ? t(key) : otherwise);
  const shown = (told: Told): Record<string, string> => ({
    ...shownData(told.data, reader),
    ...inWords(t, told, reader),
    isGone: yesNo(told.data.fact && (told.data.after === null || told.data.after === "")),
  });

  /** Why, as a sentence: a rule's own, or what the provider said. Empty where the act itself says it all. */
  const why = ({ code, data }: Told): string => {
    const values = shown({ code, data });
    for (const key of [`status.because.${code}`, `enrollments.because.${code}`]) {
      if (t.has(key)) return t(key, values);
    }
    return SELF_EVIDENT.has(code) || !values.detail ? "" : `${values.detail} (${code})`;
  };

  const say = ({
    kind,
    because,
    actorName,
  }: Pick<TimelineEntry, "kind" | "because" | "actorName">): string => {
    const values = shown(because);
    const { channel, reason, fallback } = because.data;
    const says = (name: string) => yesNo(because.data[name]);
    return t(`enrollments.timeline.${OWN_LINE.has(because.code) ? because.code : kind}`, {
      ...values,
      why: why(because),
      actor: actorName ?? "",
      by: actorName ? "person" : "engine",
      channel: known(`status.channel.${channel}`, values.channel),
      reason: known(`status.end.${reason}`, values.reason),
      hasMoment: WITHOUT_MOMENT.has(because.code) ? "no" : "yes",
      act: known(`enrollments.actName.${because.data.act}`),
      hasFrom: values.fromStep && values.fromStep !== "–" ? "yes" : "no",
      hasStep: values.toStep && values.toStep !== "–" ? "yes" : "no",
      hasUntil: values.until && values.until !== "–" ? "yes" : "no",
      how: because.code,
      fallbackWhy: fallback ? known(`status.fallback.${fallback}`, `(${fallback})`) : "",
      vouched: wordsOf(because.data.vouched),
      hasFallback: says("fallback"),
      hasRetry: says("retryAt"),
      hasRemark: says("remark"),
      hasVouched: yesNo(wordsOf(because.data.vouched)),
      hasTo: says("assignee"),
      isEdited: says("isEdited"),
      stopsRun: says("stopsRun"),
      isFull: because.data.composeMode === "ai_full" ? "yes" : "no",
    }).trim();
  };

  return { say, why };
}

const yesNo = (value: unknown): "yes" | "no" => (value ? "yes" : "no");

/** Words that a person vouched for, each in quotation marks. */
const wordsOf = (value: unknown): string =>
  (Array.isArray(value) ? value : [value]).flatMap((words) => (words ? [`“${words}”`] : [])).join(", ");

/** Values whose words a sentence says in place of the value itself. */
const WORDED = ["after", "before", "event", "fact", "found", "language", "status", "value", "variable"];

function inWords(t: Translate, told: Told, reader: { locale: string; timeZone: string }) {
  const says = (name: string) =>
    typeof told.data[name] === "string" ? seenValue(t, told, name, reader) : null;
  return Object.fromEntries(
    WORDED.flatMap((name) => {
      const words = says(name);
      return words === null ? [] : [[name, words]];
    }),
  );
}

/** Acts of a kind whose line is another for other acts of the same kind. */
export const OWN_LINE = new Set([
  ...["moved_to_step", "rescheduled_to", "record_date_moved"],
  ...["draft_snoozed", "draft_awake", "fallback_chosen"],
  ...["unsubscribed_by_link", "subscribed_by_link", "bounced", "delivery_delayed", "complained"],
]);

/** Acts whose line says everything already. */
const SELF_EVIDENT = new Set([
  ...["enrolled", "accepted", "delivered", "read", "reply", "automatic", "opt_out", "opt_in"],
  ...["stopped_by_person", "paused_by_person", "resumed_by_person", "send_now", "moved_to_version"],
  ...["moved_to_step", "rescheduled_to", "record_date_moved", "undone"],
]);

/** Waits whose reason names the moment itself, or whose `until` is only when it is looked at again. */
export const WITHOUT_MOMENT = new Set([
  "not_due",
  "run_paused",
  "sequence_paused",
  "inbox_paused",
  "template_unusable",
  "step_blocked",
  "sending",
  "reply_waits",
  "draft_retry",
  "approval_pending",
]);
