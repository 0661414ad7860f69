import type { Tokens } from "./tokens";
import type { Dialect } from "./words/numbers";
import type { Unit } from "./words/units";

/** What a text is read with. Days are counted from 1970-01-01. */
export type Reader = {
  tokens: Tokens;
  dialect: Dialect;
  today: number;
  /** Whether the text is a fact: what it may mean in more than one way, it means in all of them. */
  isFact: boolean;
};

/** Morning, afternoon and so on, in minutes from midnight. */
export type DayPart = { from: number; to: number };

export type DateReading = {
  kind: "date";
  /** Whether a day is one that these words mean. */
  covers: (day: number) => boolean;
  /** Two dates with a key in common say the same. */
  keys: readonly string[];
  /** The days, where the words leave no others. */
  days: readonly number[];
  part: DayPart | null;
  /** It is told by today alone, as `today` and `this week` are. */
  isNow: boolean;
};

export type NumberReading = {
  kind: "number";
  value: number;
  unit: Unit | null;
  /** What is counted, where that is no unit. */
  noun: string | null;
  direction: "ahead" | "behind" | null;
  /** As it is written: two numbers of one writing are the same, whatever they mean. */
  written: string;
};

export type Claim =
  | { kind: "amount"; value: number; currencies: readonly string[] | null }
  | { kind: "percent"; value: number }
  | NumberReading
  | DateReading
  /** Minutes from midnight that the words may mean. */
  | { kind: "time"; minutes: readonly number[] }
  | { kind: "link" | "email" | "phone" | "code" | "part"; value: string };

/** Something that a text says, and the tokens that say it. */
export type Reading = Claim & { first: number; end: number };
