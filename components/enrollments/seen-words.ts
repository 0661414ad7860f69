import type { Told } from "@/lib/enrollments/data";
import { type Reader, seenValue } from "./seen-value";
import { OWN_LINE, type Translate, WITHOUT_MOMENT } from "./sentence";

/** `label`: null where nobody has given the value a name for people. */
type Seen = { name: string; label: string | null; says: string };

/** Ids of what is told by its name, or by the line itself. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  ...["assigneeId", "conversationId", "draftId", "inboxId", "kept", "sequenceId", "stepId"],
]);

/** Names that mean something else in some decisions. */
const OTHER_NAME: Record<string, string> = {
  "record_date_moved.from": "movedFrom",
  "record_date_moved.to": "movedTo",
};

/** Only useful to whoever asks the provider. */
const LAST = new Set(["providerId", "code"]);

/**
 * What the rule saw, as a person reads it: the rule by its name, then each value that says something, then what has no
 * name yet, as it is.
 */
export function seenWords(t: Translate, told: Told, reader: Reader): Seen[] {
  const seen = Object.keys(told.data)
    .filter((name) => !isLeftOut(name, told))
    .flatMap((name): Seen[] => {
      const label = labelOf(t, told.code, name);
      const says = seenValue(t, told, name, reader) ?? (label === null ? "–" : null);
      if (says === null) return [];
      // What is somebody's own words stands as it was written.
      return [{ name, label, says: says === told.data[name] ? says : upperFirst(says) }];
    });
  if (seen.length === 0) return [];
  return [...ruleOf(t, told.code), ...seen.toSorted((a, b) => placeOf(a) - placeOf(b))];
}

function isLeftOut(name: string, { data }: Told): boolean {
  if (name === "currency") return typeof data.amount === "number" || typeof data.amount === "string";
  // An inbox at rest has no number that is full.
  if (name === "limit" || name === "used") return data.span === "rest";
  return LEFT_OUT.has(name);
}

function labelOf(t: Translate, code: string, name: string): string | null {
  const isLook = name === "until" && WITHOUT_MOMENT.has(code);
  const key = `timeline.seen.${isLook ? "lookAgain" : (OTHER_NAME[`${code}.${name}`] ?? name)}`;
  return /^\w+$/.test(name) && t.has(key) ? t(key) : null;
}

function ruleOf(t: Translate, code: string): Seen[] {
  if (OWN_LINE.has(code) || !/^\w+$/.test(code) || !t.has(`status.reason.${code}`)) return [];
  const words = t(`status.reason.${code}`);
  return [{ name: "because", label: t("timeline.seen.because"), says: upperFirst(words) }];
}

const upperFirst = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

const placeOf = ({ name, label }: Seen): number => (label === null ? 2 : LAST.has(name) ? 1 : 0);
