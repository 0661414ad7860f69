import type { Channel } from "../model";
import { type Finding, HARD_FINDINGS, type VettedFact } from "../model-maestro";
import { backingsOf } from "./backings";
import { claimFindings } from "./claims";
import { sidesOf } from "./contradictions";
import { dayOfIso } from "./days";
import { baseOf } from "./dialect";
import { fold } from "./folded";
import { formFindings } from "./form";
import { nameWordsOf } from "./name-words";
import { promisesOf } from "./promise-support";

export type GuardInput = {
  text: string;
  /** Null where there is none; other channels than email have none. */
  subject: string | null;
  channel: Channel;
  needsSubject: boolean;
  /** Whether the text stands beside media or reply buttons, where WhatsApp takes less of it. */
  isCaption?: boolean;
  /** The contact's language: "en", "pt-BR" or "es". */
  language: string;
  /**
   * What the language of the text was found to be, by whoever asks (detecting needs a large table and stays out of the
   * core); null: not known, not checked.
   */
  writtenIn: string | null;
  facts: readonly VettedFact[];
  /** The reader's day (ISO), from which "tomorrow" counts. */
  today: string;
  bannedWords: readonly string[];
  /** What this run has said before. */
  earlier: readonly string[];
  /** Words that a person vouched for. */
  vouched: readonly string[];
};

/**
 * What of a text the facts do not support, and what else keeps it from going out, in the order in which it stands.
 * Deterministic and total: it never throws and takes time in proportion to the text. Every figure, date, time, address
 * and name must be a fact's own; `isSupported` says what is derived.
 */
export function guard(input: GuardInput): Finding[] {
  const { facts, channel, subject } = input;
  const dialect = baseOf(input.language);
  const today = dayOfIso(input.today);
  const known = {
    ...{ facts, dialect, today, bannedWords: input.bannedWords },
    backings: backingsOf(facts, dialect, today),
    names: nameWordsOf(facts),
    promises: promisesOf(facts, dialect),
    sides: sidesOf(facts, dialect),
  };
  const parts = [
    ...(channel === "email" && subject !== null ? [{ part: "subject" as const, text: subject }] : []),
    { part: "text" as const, text: input.text },
  ];
  const found = [
    ...formFindings(input),
    ...parts.flatMap(({ part, text }) => claimFindings(part, text, known)),
  ];
  const vouched = new Set(input.vouched.map((words) => fold(words).lower.trim()));
  return withoutDoubles(found)
    .filter(({ code, words }) => HARD_FINDINGS.includes(code) || !vouched.has(fold(words).lower.trim()))
    .sort((one, other) => order(one) - order(other) || one.from - other.from);
}

const order = ({ part }: Finding) => (part === "subject" ? 0 : 1);

/** Two readers may object to the same words for the same reason. */
function withoutDoubles(found: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return found.filter(({ code, part, from, to }) => {
    const key = `${code} ${part} ${from} ${to}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
