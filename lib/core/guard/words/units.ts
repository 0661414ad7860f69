/** What is counted; lengths of time have a size in their measure, so that `duas semanas` are `14 dias`. */
export type Unit = { measure: "minutes" | "months" | "business_days" | "times" | "things"; size: number };

const all = (unit: Unit, words: string): [string, Unit][] => words.split(" ").map((word) => [word, unit]);

/** By the folded word behind the number. */
export const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...all({ measure: "minutes", size: 1 / 60 }, "segundos seconds"),
  ...all({ measure: "minutes", size: 1 }, "minuto minutos minutinho minutinhos minute minutes min mins"),
  ...all({ measure: "minutes", size: 60 }, "hora horas horinha hour hours hr hrs h hs"),
  ...all({ measure: "minutes", size: 1_440 }, "dia dias day days diazinhos"),
  ...all({ measure: "minutes", size: 10_080 }, "semana semanas week weeks"),
  ...all({ measure: "minutes", size: 21_600 }, "quinzena quincena fortnight"),
  ...all({ measure: "months", size: 1 }, "mes meses month months"),
  ...all({ measure: "months", size: 12 }, "ano anos year years"),
  ...all({ measure: "times", size: 1 }, "x vezes veces times"),
  ...all(
    { measure: "times", size: 1 },
    "parcela parcelas prestacao prestacoes cuota cuotas installment installments instalment instalments " +
      "pagos payments mensalidades mensualidades plazos partes parts",
  ),
]);

/** `dias úteis`, `business days`, `días hábiles`. */
export const BUSINESS: ReadonlySet<string> = new Set(
  "uteis util habiles habil laborables laborable laborales business working".split(" "),
);

/** One of these is said without meaning it: `tem um minuto?`, `just a second`. */
export const MOMENTARY: ReadonlySet<string> = new Set(
  "minuto minutinho minute segundo segundinho second momento momentito instante moment minutito".split(" "),
);

/** What stands before a length of time that lies ahead, or behind. */
export const AHEAD: ReadonlySet<string> = new Set(
  "em in en dentro within daqui faltam falta faltan restam restan quedan".split(" "),
);
export const BEHIND: ReadonlySet<string> = new Set("ha faz hace".split(" "));
/** What stands after it. */
export const BEHIND_AFTER: ReadonlySet<string> = new Set(
  "ago atras overdue late vencida vencido vencidos".split(" "),
);
/** `5 dias de atraso`, `5 days past due`. */
export const BEHIND_LATER: ReadonlySet<string> = new Set("atraso retraso mora past".split(" "));
export const AHEAD_AFTER: ReadonlySet<string> = new Set("left antes restantes".split(" "));
