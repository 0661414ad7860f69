import { majorUnits } from "@/lib/core/money";
import type { Told } from "@/lib/enrollments/data";
import { factName, factSays } from "./fact-words";
import type { Translate } from "./sentence";
import { shownValue } from "./shown-data";

export type Reader = { locale: string; timeZone: string };

/** Where the words of a value stand, by the name of the value: the first group that knows it says it. */
const GROUPS: Record<string, readonly string[]> = {
  act: ["enrollments.actName"],
  as: ["timeline.says.as"],
  by: ["timeline.says.by"],
  category: ["hsm.category"],
  channel: ["status.channel", "timeline.says.channel"],
  channelWhy: ["simulation.why"],
  composeMode: ["reports.mode"],
  content: ["timeline.says.content"],
  detail: ["timeline.says.detail"],
  differs: ["timeline.says.differs"],
  do: ["timeline.says.do"],
  event: ["automation.events"],
  fallback: ["status.fallback"],
  field: ["timeline.says.field"],
  finding: ["timeline.says.finding"],
  intent: ["replies.intent"],
  kind: ["status.record"],
  meaning: ["timeline.says.meaning"],
  messageStatus: ["timeline.says.messageStatus"],
  method: ["enrollments.filter.methods"],
  operator: ["step.condition.operators"],
  origin: ["timeline.says.origin"],
  outcome: ["status.fallback"],
  reason: ["status.end"],
  rule: ["timeline.says.rule"],
  side: ["timeline.says.side"],
  span: ["timeline.says.span"],
  status: ["status.message", "status.sequence", "hsm.status"],
  target: ["sequences.target"],
  trigger: ["enrollments.filter.methods", "automation.events"],
  window: ["timeline.says.window"],
  zoneFrom: ["timeline.says.zoneFrom"],
};

/** Counts of inboxes, by what keeps them from sending. */
const INBOXES = new Set([
  ...["inboxes", "noAddress", "suppressed", "failing", "noTemplates", "windowClosed", "otherChannel"],
]);

/**
 * What one value of a decision says, in the reader's language and zone. Null where nothing was seen and nothing is to
 * be told of it; words that nobody knows stay as they are.
 */
export function seenValue(t: Translate, { code, data }: Told, name: string, reader: Reader): string | null {
  const value = data[name];
  if (value === null || value === "") return wordsOf(t, ["timeline.says.none"], name);
  if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
  const known = wordsOf(t, GROUPS[name] ?? [], value) ?? special(t, { code, data }, name, reader.locale);
  return known ?? shownValue(value, reader.locale, reader.timeZone);
}

/** What is said by more than its own words. */
function special(t: Translate, { code, data }: Told, name: string, locale: string): string | null {
  const value = data[name];
  if (name === "amount") return moneyOf(value, data.currency, locale);
  if (typeof value === "number") {
    if (INBOXES.has(name)) return t("timeline.says.inboxes", { count: value });
    if (name === "hours") return t("timeline.says.hours", { count: value });
    if (name === "confidence") return t("timeline.says.percent", { count: value });
    if (name === "limit") return limitOf(t, code, String(data.span), value);
    return null;
  }
  switch (name) {
    case "language":
      return languageOf(String(value), locale);
    case "variable":
    case "fact":
      return value === "channel" ? t("timeline.seen.channel") : factName(t, String(value));
    case "before":
    case "after":
      if (data.fact === "channel") return wordsOf(t, ["status.channel"], value);
      return factSays(String(value), locale);
    case "value":
    case "found":
      return statusOf(t, String(data.variable), value);
    default:
      return null;
  }
}

/** A gap is a time; the other limits count messages or people. */
function limitOf(t: Translate, code: string, span: string, count: number): string | null {
  if (span === "pair") return t("timeline.says.seconds", { count });
  if (span !== "gap") return null;
  return t(`timeline.says.${code === "contact_limit" ? "minutes" : "seconds"}`, { count });
}

/** Amounts are kept in minor units, and come from the database as a number or as its digits. */
function moneyOf(amount: unknown, currency: unknown, locale: string): string | null {
  const minor = Number(amount);
  if (typeof currency !== "string" || !Number.isFinite(minor)) return null;
  const says = `${majorUnits(minor, currency)} ${currency}`;
  return factSays(says, locale);
}

/** What a condition compares where it asks for a status or a channel. */
function statusOf(t: Translate, variable: string, value: unknown): string | null {
  const [subject, property] = variable.split(".");
  if (property === "channel") return wordsOf(t, ["status.channel"], value);
  if (property !== "status") return null;
  return wordsOf(t, [subject === "conversation" ? "status.conversation" : "status.recordStatus"], value);
}

/** "pt_BR", as Meta writes it, is Brazilian Portuguese. */
function languageOf(code: string, locale: string): string | null {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(code.replace("_", "-")) ?? null;
  } catch {
    return null;
  }
}

/** Only where the group has this very word: a name with another shape could be the path of something else. */
function wordsOf(t: Translate, groups: readonly string[], value: unknown): string | null {
  if (typeof value !== "string") return null;
  for (const group of groups) {
    const isWord = group === "automation.events" ? /^\w+\.\w+$/ : /^\w+$/;
    // Meta writes its states in capitals.
    const word = group.startsWith("hsm.") ? value.toLowerCase() : value;
    if (isWord.test(word) && t.has(`${group}.${word}`)) return t(`${group}.${word}`);
  }
  return null;
}
