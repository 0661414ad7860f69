import type { NotificationKind } from "@/lib/core/model-maestro";

type NotificationData = Record<string, string | number | boolean | null>;

export type NotificationShown = {
  id: string;
  kind: NotificationKind;
  data: NotificationData;
  /** ISO. */
  at: string;
  isRead: boolean;
};

type Told = Pick<NotificationShown, "kind" | "data">;
type Translate = (key: string, values?: Record<string, string | number>) => string;

const HOUR_MS = 3_600_000;

/** A notification in one or two sentences, for screens and mails. `t` translates keys of `notifications.json`. */
export function notificationSentence(t: Translate, { kind, data }: Told, now: Date): string {
  const values = {
    contact: String(data.contact ?? t("someone")),
    sequence: String(data.sequence ?? t("someSequence")),
    code: String(data.code ?? ""),
  };
  const sentence = t(`kinds.${kind}`, values);
  const left = kind === "draft_reminder" ? leftOf(data, now) : null;
  return left ? `${sentence} ${t(`left.${left.does}`, { hours: left.hours })}` : sentence;
}

/** What happens without a decision, and in how many whole hours; null where nothing does. */
function leftOf(data: NotificationData, now: Date): { does: "skip" | "send_fallback"; hours: number } | null {
  const { expiresAt, does } = data;
  if (typeof expiresAt !== "string" || (does !== "skip" && does !== "send_fallback")) return null;
  const leftMs = Date.parse(expiresAt) - now.getTime();
  return leftMs > 0 ? { does, hours: Math.floor(leftMs / HOUR_MS) } : null;
}

/** Where it is acted on, below the account's own address. */
export function notificationPath({ kind, data }: Told): string {
  if (kind === "reply_waits") return `conversations?thread=${data.conversationId}`;
  if (kind === "suggestion_waiting") return `sequences/${data.sequenceId}/ai-enrollment`;
  return `approvals?draft=${data.draftId}`;
}
