const parts = (from: number, to: number, ...says: string[]) =>
  says.map((words) => ({ words: words.split(" "), from: from * 60, to: to * 60 }));

/** Parts of a day behind a date, in minutes from midnight; the longer ones first. */
export const DAY_PARTS: readonly { words: readonly string[]; from: number; to: number }[] = [
  ...parts(
    4,
    12,
    "de manha",
    "pela manha",
    "na parte da manha",
    "por la manana",
    "en la manana",
    "a la manana",
  ),
  ...parts(4, 12, "in the morning", "morning", "bem cedo"),
  ...parts(
    12,
    19,
    "a tarde",
    "de tarde",
    "pela tarde",
    "por la tarde",
    "en la tarde",
    "in the afternoon",
    "afternoon",
  ),
  ...parts(
    17,
    24,
    "a noite",
    "de noite",
    "por la noche",
    "en la noche",
    "in the evening",
    "evening",
    "night",
    "at night",
  ),
];

/** Words that name a time of their own. */
export const NAMED_TIMES: readonly { words: readonly string[]; minutes: number }[] = (
  [
    ["meio - dia", 720],
    ["meio dia", 720],
    ["mediodia", 720],
    ["medio dia", 720],
    ["noon", 720],
    ["midday", 720],
    ["meia - noite", 0],
    ["meia noite", 0],
    ["medianoche", 0],
    ["midnight", 0],
  ] as const
).map(([words, minutes]) => ({ words: words.split(" "), minutes }));

/** What behind a time says which half of the day it is in. */
export const HALVES: readonly { words: readonly string[]; isAfternoon: boolean }[] = (
  [
    ["a . m .", false],
    ["p . m .", true],
    ["a . m", false],
    ["p . m", true],
    ["a m", false],
    ["p m", true],
    ["am", false],
    ["pm", true],
    ["da manha", false],
    ["da madrugada", false],
    ["de la manana", false],
    ["de la madrugada", false],
    ["in the morning", false],
    ["da tarde", true],
    ["da noite", true],
    ["de la tarde", true],
    ["de la noche", true],
    ["in the afternoon", true],
    ["in the evening", true],
    ["at night", true],
  ] as const
).map(([words, isAfternoon]) => ({ words: words.split(" "), isAfternoon }));

/** What a number behind them is: a time of the clock. */
export const BEFORE_TIMES: ReadonlySet<string> = new Set("at las la".split(" "));
/** Before hours that are no time but a length: `em 24h`, `in 2 hours`. */
export const BEFORE_LENGTHS: ReadonlySet<string> = new Set(
  "em in en dentro within por for ha faz hace ultimas proximas next proximos ultimos mais more menos than cada durante".split(
    " ",
  ),
);
export const HOURS: ReadonlySet<string> = new Set("h hs hrs hr".split(" "));
export const HOURS_IN_WORDS: ReadonlySet<string> = new Set("hora horas hours hour o'clock".split(" "));
/** Behind a time: `e meia`, `y cuarto`. */
export const PAST_THE_HOUR: ReadonlyMap<string, number> = new Map([
  ["meia", 30],
  ["media", 30],
  ["cuarto", 15],
]);
