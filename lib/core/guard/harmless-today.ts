import type { Reading } from "./reading";
import type { Tokens } from "./tokens";

/**
 * Whether `today` or `this week` says nothing of a date, as in `posso ajudar hoje?`: nothing in its sentence is due, ends
 * or takes place, and no time is said. `Tomorrow` is harmless only where the reader is asked to name a time.
 */
export function isHarmlessToday(tokens: Tokens, reading: Reading, readings: readonly Reading[]): boolean {
  if (reading.kind !== "date" || reading.part) return false;
  if (isWish(tokens, reading)) return true;
  const { from, to } = sentenceAround(tokens, reading);
  const words = tokens.list.slice(from, to);
  const isAsked =
    reading.keys.includes("relative 1") &&
    words.some(({ text }) => ASKS.has(text)) &&
    words.some(({ text }) => TIMES.has(text));
  if (!reading.isNow && !isAsked) return false;
  if (words.some(({ text }) => TAKES_PLACE.test(text))) return false;
  if (IS.has(tokens.list[reading.first - 1]?.text ?? "")) return false;
  return !readings.some((one) => one.kind === "time" && one.first >= from && one.end <= to);
}

/** `happy Friday`, `boa semana`, `have a great weekend`. */
const isWish = ({ list }: Tokens, { first }: Reading): boolean =>
  [0, 1].some((step) => WISHES.has(list[first - step]?.text ?? ""));

const WISHES: ReadonlySet<string> = new Set(
  "happy great good nice lovely wonderful boa bom otima otimo excelente feliz buen buena lindo linda gran".split(
    " ",
  ),
);

/** What ends, is due or takes place on a day. */
const TAKES_PLACE =
  /^(?:venc|expir|due$|deadline|prazo|plazo|termina|acaba|ends?$|ending|last$|ultim|only$|so$|somente|solo$|apenas|limit|valid|vigen|marcad|agendad|programad|scheduled|booked|appointment|consulta|cita$|reuni|meeting|visit|sess|clase|aula|prueba|until|ate$|hasta|before|antes$|pagamento|payment|pagos?$|entrega|chega|arriv|deliver|llega|renov|renew|desconto|descuento|discount|oferta|offer|promo|starts?$|begin|comec|empiez|comienz|inici|closes?$|closing|fecha$|cierr|vemos$|espera|esperamos|expect|cancel|suspen|bloque|corta)/;

/** Right before it: `é hoje`, `is today`, `para hoje`. */
const IS: ReadonlySet<string> = new Set("e es is it's para for till seria sera was foi fue".split(" "));

/** Who reads it is asked for a time that suits. */
const ASKS: ReadonlySet<string> = new Set(
  "diga digame dime avise aviseme avisame mande responda respondame reply answer tell send let know prefere prefiere prefer suits".split(
    " ",
  ),
);
const TIMES: ReadonlySet<string> = new Set(
  "horario horarios hora horas time times when quando cuando momento melhor mejor better".split(" "),
);

function sentenceAround({ list }: Tokens, { first, end }: Reading): { from: number; to: number } {
  const isEnd = (at: number) => list[at]?.kind === "line" || /^[.!?;]$/.test(list[at]?.text ?? "");
  let from = first;
  while (from > 0 && !isEnd(from - 1)) from--;
  let to = end;
  while (to < list.length && !isEnd(to)) to++;
  return { from, to };
}
