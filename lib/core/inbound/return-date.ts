import { casual as english } from "chrono-node/en";
import { casual as spanish } from "chrono-node/es";
import { casual as portuguese } from "chrono-node/pt";
import { DAY_MS } from "../zone";

/** Nobody is away for longer and says so in a notice: a date beyond it is about something else. */
const LONGEST_ABSENCE_DAYS = 270;
/** After the words that announce the return; a date further on is about something else. */
const WINDOW = 60;

type Language = { announces: RegExp; dates: typeof english; dayAlone: RegExp };

/** The words before the day of return. The last of them counts: "from 20 December until 5 January". */
const LANGUAGES: Language[] = [
  {
    announces:
      /\b(until|till|back (?:in the office |at work |online )?(?:on|by|in)|back|return(?:ing|s)?(?: to (?:the office|work))?(?: on| by)?|available (?:again )?(?:from|on)|through|to)\b/gi,
    dates: english,
    dayAlone: /^\W*(?:the )?(\d{1,2})(?:st|nd|rd|th)\b/i,
  },
  {
    announces:
      /\b(at[eé]|volt(?:o|arei|ando)|retorn(?:o|arei|ando)|regress(?:o|arei)|de volta|estarei (?:dispon[ií]vel|de volta)|a partir d[eo])/gi,
    dates: portuguese,
    dayAlone: /^\W*(?:o |no |ao )?dia (\d{1,2})\b(?!\s*(?:de|\/))/i,
  },
  {
    announces:
      /\b(hasta|vuelvo|volver[eé]|regreso|regresar[eé]|de vuelta|de regreso|estar[eé] (?:disponible|de vuelta)|a partir del?)/gi,
    dates: spanish,
    dayAlone: /^\W*el (?:d[ií]a )?(\d{1,2})\b(?!\s*(?:de|\/))/i,
  },
];

/**
 * The day (ISO) on which the writer of a notice of absence is back, as far as the text says it in English, Portuguese or
 * Spanish; null when it does not. `at`: when it was written. Ambiguous figures (`05/01`) are read as the words around
 * them are: month first in English, day first in the others.
 */
export function returnDay(text: string, at: Date): string | null {
  const found = LANGUAGES.flatMap((language) => daysOf(text, at, language));
  const today = at.toISOString().slice(0, 10);
  const latest = new Date(at.getTime() + LONGEST_ABSENCE_DAYS * DAY_MS).toISOString().slice(0, 10);
  return (
    found
      .filter((day) => day > today && day <= latest)
      .sort()
      .at(-1) ?? null
  );
}

function daysOf(text: string, at: Date, { announces, dates, dayAlone }: Language): string[] {
  return [...text.matchAll(announces)].flatMap((match) => {
    const after = text.slice(match.index + match[0].length).slice(0, WINDOW);
    // The sentence goes on about something else behind its end.
    const [sentence = ""] = after.split(/[!?\n]|\.(?=\s|$)/);
    const alone = dayAlone.exec(sentence);
    if (alone) return dayOfMonth(Number(alone[1]), at) ?? [];
    const [first] = dates.parse(sentence, { instant: at, timezone: 0 }, { forwardDate: true });
    if (!first || first.index > MOST_WORDS_BETWEEN) return [];
    const start = first.end ?? first.start;
    return isoOf(start.get("year"), start.get("month"), start.get("day")) ?? [];
  });
}

/** "until further notice, call 5 May street": a date so far behind the word does not belong to it. */
const MOST_WORDS_BETWEEN = 24;

/** The next day of that number, in this month or the one after. */
function dayOfMonth(day: number, at: Date): string | null {
  if (day < 1 || day > 31) return null;
  const month = at.getUTCMonth() + 1 + (day > at.getUTCDate() ? 0 : 1);
  return isoOf(at.getUTCFullYear() + (month > 12 ? 1 : 0), month > 12 ? 1 : month, day);
}

function isoOf(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || day === null) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}
