import type { Channel } from "../../model";
import type { VettedFact } from "../../model-maestro";

/**
 * The guard's table: drafts as good salespeople, collectors and receptionists would write them, half of them
 * faithful to their facts and half with exactly one thing planted that the facts do not support.
 */

type TableLanguage = "en" | "pt-BR" | "es";

/** What was planted; the words of people who read the misses, not of the guard. */
export const PLANTED_KINDS = [
  "amount",
  "currency",
  "discount",
  "percent",
  "date",
  "weekday",
  "relative_day",
  "time",
  "number",
  "instalments",
  "link",
  "phone",
  "email",
  "name",
  "product",
  "promise",
  "threat",
  "negation",
  "placeholder",
  "language",
  "banned_word",
  "length",
  "repeat",
  "obfuscated",
] as const;
type PlantedKind = (typeof PLANTED_KINDS)[number];

/** `words` stand in the text or in the subject exactly so. Of `length`, `repeat` and `language` they are a part of it. */
export type Planting = { kind: PlantedKind; words: string; why: string };

export type TableDraft = { channel: Channel; text: string; subject?: string };

/** One scene and the drafts that were written for it. */
export type TableGroup = {
  /** `pt-overdue-boleto`: the first part of the ids of its cases. */
  id: string;
  /** The contact's. */
  language: TableLanguage;
  /** The reader's day (ISO), from which "tomorrow" counts. */
  today: string;
  facts: readonly VettedFact[];
  bannedWords?: readonly string[];
  /** What this run has said before. */
  earlier?: readonly string[];
  faithful: readonly TableDraft[];
  planted: readonly (TableDraft & Planting)[];
};

export type GuardCase = {
  /** `pt-overdue-boleto/faithful-3`, `pt-overdue-boleto/planted-1`. */
  id: string;
  language: TableLanguage;
  channel: Channel;
  today: string;
  facts: readonly VettedFact[];
  bannedWords: readonly string[];
  earlier: readonly string[];
  text: string;
  subject: string | null;
  /** Null: faithful, nothing may be found in it. */
  planted: Planting | null;
};
