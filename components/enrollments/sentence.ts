import type { Told } from "@/lib/enrollments/data";
import type { TimelineEntry } from "@/lib/enrollments/timeline";
import { shownData } from "./shown-data";

/** The translator of all texts: `useTranslations()` without a namespace. */
export type Translate = { (key: string, values?: Record<string, string>): string; has(key: string): boolean };

/** Makes sentences of what the ledger tells, with times in the account's zone. */
export function sentenceMaker(t: Translate, reader: { locale: string; timeZone: string }) {
  /** Why, as a sentence: a rule's own, or what the provider said. Empty where the act itself says it all. */
  const why = ({ code, data }: Told): string => {
    const values = shownData(data, reader);
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
    const values = shownData(because.data, reader);
    const { channel, reason } = because.data;
    const known = (key: string, otherwise = "") => (t.has(key) ? t(key) : otherwise);
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
    }).trim();
  };

  return { say, why };
}

/** Acts of a kind whose line is another for other acts of the same kind. */
const OWN_LINE = new Set([
  ...["moved_to_step", "rescheduled_to", "record_date_moved"],
  ...["unsubscribed_by_link", "subscribed_by_link", "bounced", "delivery_delayed", "complained"],
]);

/** Acts whose line says everything already. */
const SELF_EVIDENT = new Set([
  ...["enrolled", "accepted", "delivered", "read", "reply", "automatic", "opt_out", "opt_in"],
  ...["stopped_by_person", "paused_by_person", "resumed_by_person", "send_now", "moved_to_version"],
  ...["moved_to_step", "rescheduled_to", "record_date_moved", "undone"],
]);

/** Waits whose reason names the moment itself, or whose `until` is only when it is looked at again. */
const WITHOUT_MOMENT = new Set([
  "not_due",
  "run_paused",
  "sequence_paused",
  "inbox_paused",
  "template_unusable",
  "step_blocked",
  "sending",
  "reply_waits",
]);
