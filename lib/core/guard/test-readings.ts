import { dayOfIso } from "./days";
import { baseOf } from "./dialect";
import { placed } from "./folded";
import type { Reading } from "./reading";
import { readingsOf } from "./readings";
import { TODAY } from "./test-guard";
import { tokensOf } from "./tokens";

/** What is read in a text, for the tables of the readers: `amount 1234.56 BRL`, or with its words. */
export function read(text: string, language = "pt-BR"): string[] {
  return readings(text, language).map(({ reading }) => saysOf(reading));
}

/** The words of each reading. */
export function wordsRead(text: string, language = "pt-BR"): string[] {
  return readings(text, language).map(({ words }) => words);
}

function readings(text: string, language: string) {
  const tokens = tokensOf(text);
  const reader = { tokens, dialect: baseOf(language), today: dayOfIso(TODAY), isFact: false };
  return readingsOf(reader).map((reading) => {
    const [from, to] = [tokens.list[reading.first]?.from ?? 0, tokens.list[reading.end - 1]?.to ?? 0];
    return { reading, ...placed(tokens.folded, from, to) };
  });
}

function saysOf(reading: Reading): string {
  switch (reading.kind) {
    case "amount":
      return `amount ${reading.value} ${reading.currencies?.slice(0, 2).join("/") ?? "?"}`;
    case "percent":
      return `percent ${reading.value}`;
    case "number": {
      const unit = reading.unit
        ? ` ${reading.unit.measure} x${Math.round(reading.unit.size * 100) / 100}`
        : "";
      return `number ${reading.value}${unit}${reading.direction ? ` ${reading.direction}` : ""}`;
    }
    case "date":
      return `date ${days(reading.covers)}${reading.part ? ` ${reading.part.from / 60}-${reading.part.to / 60}h` : ""}`;
    case "time":
      return `time ${reading.minutes.map(clock).join(" or ")}`;
    case "link":
    case "email":
    case "phone":
    case "code":
    case "part":
      return `${reading.kind} ${reading.value}`;
  }
}

const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

/** The first and the last day that is covered, from 60 days ago to 60 days ahead; `never` for none. */
function days(covers: (day: number) => boolean): string {
  const today = dayOfIso(TODAY);
  const covered = Array.from({ length: 121 }, (_, index) => today - 60 + index).filter(covers);
  const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(5, 10);
  const [first, last] = [covered[0], covered.at(-1)];
  if (first === undefined || last === undefined) return "never";
  return first === last ? iso(first) : `${iso(first)}..${iso(last)} (${covered.length})`;
}
