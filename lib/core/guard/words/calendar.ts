import type { Dialect } from "./numbers";

const numbered = (words: string, from = 1): [string, number][] =>
  words.split(" ").flatMap((forms, index) => forms.split("|").map((form) => [form, from + index]));

/** Months by their names, which no other word shares but `may` and `march` in English. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...numbered("january february march april may june july august september october november december"),
  ...numbered("janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro"),
  ...numbered(
    "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
  ),
]);

/** Only beside a day's number, where they cannot be anything else. */
export const SHORT_MONTHS: Record<Dialect, ReadonlyMap<string, number>> = {
  en: new Map(numbered("jan feb mar apr may jun jul aug sep|sept oct nov dec")),
  pt: new Map(numbered("jan fev mar abr mai jun jul ago set out nov dez")),
  es: new Map(numbered("ene feb mar abr may jun jul ago sep|sept|set oct nov dic")),
};

/** English months that are verbs, too: months only where they are capitals. */
export const MONTHS_THAT_ARE_WORDS: ReadonlySet<string> = new Set(["may", "march", "mar"]);

/** 0 is Monday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ...numbered("monday|mondays tuesday|tuesdays wednesday|wednesdays thursday|thursdays friday|fridays", 0),
  ...numbered("saturday|saturdays sunday|sundays", 5),
  ...numbered("segunda|segundas terca|tercas quarta|quartas quinta|quintas sexta|sextas", 0),
  ...numbered("sabado|sabados domingo|domingos", 5),
  ...numbered("lunes martes miercoles jueves viernes", 0),
]);

/** Only right before a date or as a range (`seg a sex`): else `ter` is to have, and `sat` is sat. */
export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ...numbered("mon tue|tues wed thu|thur|thurs fri sat sun", 0),
  ...numbered("seg ter qua qui sex sab dom", 0),
  ...numbered("lun mar mie jue vie", 0),
]);

/** Portuguese weekdays are ordinals, too: `segunda via` is no Monday. */
export const PORTUGUESE_ORDINAL_WEEKDAYS: ReadonlySet<string> = new Set(
  "segunda terca quarta quinta sexta".split(" "),
);
/** The nouns before which they are ordinals. */
export const AFTER_ORDINALS: ReadonlySet<string> = new Set(
  (
    "via parcela vez opcao mensagem tentativa etapa fase chance prestacao mensalidade semana quinzena edicao unidade " +
    "aula consulta visita sessao reuniao oportunidade proposta parte dose cobranca fatura vezes pessoa conversa " +
    "ligacao tela mao categoria opiniao feira oportunidad opcion oportunidade copia cuota llamada vuelta factura"
  ).split(" "),
);

/** What comes next to a weekday, a week or a month and says which one. */
export const NEXT: ReadonlySet<string> = new Set("proxima proximo next seguinte siguiente".split(" "));
export const LAST: ReadonlySet<string> = new Set(
  "passada passado last ultima ultimo pasada pasado anterior".split(" "),
);
/** The one we are in: `esta semana`, `neste mês`. */
export const THIS: ReadonlySet<string> = new Set(
  "esta este nesta neste this dessa desta deste desse nessa nesse".split(" "),
);

/** Days told from today, by their words, the longer ones first. */
export const RELATIVE_DAYS: readonly { words: readonly string[]; days: number }[] = (
  [
    ["depois de amanha", 2],
    ["pasado manana", 2],
    ["day after tomorrow", 2],
    ["day before yesterday", -2],
    ["antes de ayer", -2],
    ["anteontem", -2],
    ["anteayer", -2],
    ["antier", -2],
    ["amanha", 1],
    ["manana", 1],
    ["tomorrow", 1],
    ["tmrw", 1],
    ["ontem", -1],
    ["ayer", -1],
    ["anoche", -1],
    ["yesterday", -1],
    ["hoje", 0],
    ["hoy", 0],
    ["today", 0],
    ["tonight", 0],
  ] as const
).map(([words, days]) => ({ words: words.split(" "), days }));

/** Before the Spanish word for tomorrow they make it the morning: `de la mañana`. */
export const BEFORE_MORNING: ReadonlySet<string> = new Set(["la", "esta", "cada", "las", "buena"]);
