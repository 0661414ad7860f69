import type { AlertKind } from "@/lib/core/model-inboxes";

export type AlertData = Record<string, string | number | boolean | null>;

export type AlertShown = {
  id: string;
  kind: AlertKind;
  inboxId: string | null;
  sequenceId: string | null;
  stepId: string | null;
  data: AlertData;
  /** ISO. */
  at: string;
  count: number;
  isBad: boolean;
};

/** What stops sends stands above what is only to be known. */
const BAD: readonly AlertKind[] = [
  "inbox_paused",
  "inbox_disconnected",
  "step_blocked",
  "sends_refused",
  "runs_stuck",
];
export const isBad = (kind: AlertKind, data: AlertData): boolean =>
  BAD.includes(kind) || (kind === "inbox_quality" && data.is === "red");

/** These are over when what they are about is; the others when somebody has read them. */
const LASTING: readonly AlertKind[] = [
  "inbox_paused",
  "step_blocked",
  "outcomes_unknown",
  "sends_refused",
  "runs_stuck",
  "deliveries_failed",
  "inbox_silent",
];
export const isDismissible = (kind: AlertKind): boolean => !LASTING.includes(kind);

type Translate = (key: string, values?: Record<string, string | number>) => string;

/**
 * An alert in one sentence, for screens and mails. `t` translates keys of `alerts.json`; the provider's own words come
 * at the end, as it said them.
 */
export function alertSentence(t: Translate, { kind, data }: Pick<AlertShown, "kind" | "data">): string {
  const values = Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === "number" ? value : String(value ?? ""),
    ]),
  );
  const {
    code = "",
    detail = "",
    inbox = "",
    sequence = "",
    template = "",
    language = "",
    sends = 0,
    count = 0,
  } = values;
  const is = values.is ?? "";
  return t(`kinds.${kind}`, {
    code,
    detail,
    inbox,
    sequence,
    template,
    language,
    sends,
    count,
    is,
    ...values,
  });
}
