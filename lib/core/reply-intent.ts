import { ownWords } from "./inbound/own-words";
import type { ReplyIntent } from "./model-maestro";
import { namedDay } from "./reply-day";
import {
  ASKS_BACK,
  bare,
  COMPLAINT,
  GET_IN_TOUCH,
  INTERESTED,
  NAME_AFTER,
  NOT_ME,
  NOT_NOW,
  ONLY_A_DAY,
  TAKES_BACK,
  WRONG_PERSON,
} from "./reply-words";

export type RuleIntent = {
  intent: Extract<ReplyIntent, "wrong_person" | "complaint" | "not_now" | "interested">;
  /** The day (ISO) to come back on, where a "not now" names one. */
  until?: string;
};

/** What is longer says more than one thing. */
const LONGEST_READ = 280;

/**
 * What a reply of a person means, where a rule is certain of it, in English, Portuguese and Spanish; null where it is
 * not. Wishes not to be written to are found before (`classifyInbound`) and never here. `today` is the reader's day (ISO),
 * from which "next week" counts. Rather nothing than something wrong: what is asked, denied or taken back says nothing.
 */
export function replyIntent(text: string, today: string): RuleIntent | null {
  const own = ownWords(text);
  if (own === "" || own.length > LONGEST_READ) return null;
  const clauses = clausesOf(own);
  const stated = clauses.filter(({ isQuestion }) => !isQuestion);
  if (stated.some(({ words, raw }) => matches(WRONG_PERSON, words) || isNotMe(raw)))
    return { intent: "wrong_person" };
  if (stated.some(({ words }) => COMPLAINT.test(words) && !DENIES.test(words)))
    return { intent: "complaint" };
  const later = putOff(clauses, today);
  if (later) return later;
  const isCertain = clauses.every(({ words, isQuestion }) => !isQuestion && !TAKES_BACK.test(words));
  return isCertain && stated.some(({ words }) => matches(INTERESTED, words))
    ? { intent: "interested" }
    : null;
}

type Clause = {
  /** As it was written. */
  raw: string;
  /** Without accents, apostrophes, capitals and whatever is no letter or digit. */
  words: string;
  isQuestion: boolean;
};

function clausesOf(text: string): Clause[] {
  return [...text.matchAll(/[^.,;:!?¡¿\n()]+[.,;:!?]*/g)]
    .map(([raw]) => ({ raw, words: folded(raw), isQuestion: raw.trimEnd().endsWith("?") }))
    .filter(({ words }) => words !== "");
}

const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’`´]/g, "")
    .replace(/[^\p{L}\p{N}/]+/gu, " ")
    .trim();

const matches = (list: readonly RegExp[], words: string): boolean => {
  const alone = bare(words);
  return list.some((one) => one.test(words) || one.test(alone));
};

/** A name is told by its capital, and "no soy Ana" by nothing else. */
const isNotMe = (raw: string): boolean => NOT_ME.test(raw) && NAME_AFTER.test(raw);

const DENIES = /\b(?:not|isnt|dont|nao|no es|nunca|never)\b/;

/** A wish to be written to on a day, the day alone, or a plain "not now". The first that names a day wins. */
function putOff(clauses: Clause[], today: string): RuleIntent | null {
  let isPutOff = false;
  let until: string | null = null;
  for (const { words, isQuestion } of clauses) {
    const alone = bare(words);
    const wishes = GET_IN_TOUCH.test(words) && !ASKS_BACK.test(alone) && !REFUSES.test(words);
    const says = !isQuestion && matches(NOT_NOW, words);
    const named = namedDay(words, today);
    const isDayAlone = !isQuestion && named !== null && isOnlyADay(words, named);
    if (says || isDayAlone || (wishes && named)) isPutOff = true;
    if (named && (wishes || isDayAlone)) until ??= named.day;
  }
  if (!isPutOff) return null;
  return until === null ? { intent: "not_now" } : { intent: "not_now", until };
}

/** Who does not want to be called then wants nothing to be put off until then. */
const REFUSES = /\b(?:dont|do not|never|nao me|nao (?:chame|ligue|escreva)|no me|nunca)\b/;

const isOnlyADay = (words: string, { from, to }: { from: number; to: number }): boolean =>
  ONLY_A_DAY.test(`${words.slice(0, from).trim()} `.trimStart()) && NOTHING_MORE.test(words.slice(to).trim());

const NOTHING_MORE =
  /^(?:(?:maybe|perhaps|please|thanks|thank you|is better|would be better|works(?: better)?|ok|okay|por favor|obrigad[oa]|gracias|talvez|quem sabe|e melhor|fica melhor|melhor|mejor|es mejor|quizas?|tal vez|pode ser|puede ser|pela manha|a tarde|cedo|then|entao) ?)*$/;
