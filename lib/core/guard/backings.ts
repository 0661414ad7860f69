import type { VettedFact } from "../model-maestro";
import { dayOfIso } from "./days";
import { dialectOf } from "./dialect";
import { placed } from "./folded";
import { sameLink } from "./read-links";
import type { Claim } from "./reading";
import { readingsOf } from "./readings";
import { saysOf } from "./says";
import { type Tokens, tokensOf } from "./tokens";
import type { Dialect } from "./words/numbers";

/** What a fact says that a text may repeat: a moment as it is, and a text by everything that is read in it. */
export type Backing = { fact: string; says: string } & (
  | { from: "fact"; claim: Claim }
  | { from: "text"; claim: Claim }
  | { from: "moment"; day: number; minutes: number }
);

export function backingsOf(facts: readonly VettedFact[], dialect: Dialect, today: number): Backing[] {
  return facts.flatMap((fact) => backingOf(fact, dialect, today));
}

function backingOf(fact: VettedFact, dialect: Dialect, today: number): Backing[] {
  const said = { fact: fact.name, says: saysOf(fact) };
  const exactly = (claim: Claim): Backing[] => [{ ...said, from: "fact", claim }];
  switch (fact.kind) {
    case "amount":
      return exactly({ kind: "amount", value: fact.value, currencies: [fact.currency.toUpperCase()] });
    case "percent":
      return exactly({ kind: "percent", value: fact.value });
    case "number": {
      const { value } = fact;
      const written = String(value);
      return exactly({ kind: "number", value, written, unit: null, noun: null, direction: null });
    }
    case "day":
      return exactly(dateOf(dayOfIso(fact.value)));
    case "moment":
      return [{ ...said, from: "moment", day: dayOfIso(fact.value), minutes: minutesOf(fact.value) }];
    case "link":
      return exactly({ kind: "link", value: sameLink(fact.value.normalize("NFKC")) });
    case "email":
      return exactly({ kind: "email", value: fact.value.trim().toLowerCase() });
    case "phone":
      return exactly({ kind: "phone", value: fact.value.replace(/(?!^\+)\D/g, "") });
    case "name":
    case "text":
      return inText(fact.name, fact.value, dialect, today);
  }
}

const minutesOf = (moment: string) => Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));

function dateOf(day: number): Claim {
  const covers = (one: number) => one === day;
  return { kind: "date", covers, keys: [], days: [day], part: null, isNow: false };
}

function inText(fact: string, text: string, dialect: Dialect, today: number): Backing[] {
  const tokens = tokensOf(text);
  const reader = { tokens, today, isFact: true, dialect: dialectOf(tokens, dialect) };
  const joined = joinedIn(tokens).map(
    ({ value, says }): Backing => ({ fact, says, from: "text", claim: { kind: "code", value } }),
  );
  const read = readingsOf(reader).map((reading): Backing => {
    const [first, last] = [tokens.list[reading.first], tokens.list[reading.end - 1]];
    const { words } = placed(tokens.folded, first?.from ?? 0, last?.to ?? 0);
    return { fact, says: words, from: "text", claim: reading };
  });
  return [...read, ...joined];
}

/** Words and numbers side by side, as one word: `UV 400` is `UV400`, and `3.º B` is `3B`. */
function joinedIn({ list }: Tokens): { value: string; says: string }[] {
  const parts = list.filter(
    ({ kind, text, isGlued }) => kind === "number" || (kind === "word" && !(isGlued && text === "o")),
  );
  return parts.flatMap((part, index) => {
    const next = parts[index + 1];
    if (!next || next.kind === part.kind) return [];
    return [{ value: part.text + next.text, says: `${part.cased} ${next.cased}` }];
  });
}
