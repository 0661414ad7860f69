import type { Reading } from "./reading";
import type { Tokens } from "./tokens";

/**
 * Whether `today` or `this week` says nothing of a date: in a question without a time (`posso ajudar hoje?`), unless the
 * sentence speaks of what ends or takes place.
 */
export function isHarmlessToday(tokens: Tokens, reading: Reading, readings: readonly Reading[]): boolean {
  if (reading.kind !== "date" || !reading.isNow || reading.part) return false;
  const { from, to } = sentenceAround(tokens, reading);
  const words = tokens.list.slice(from, to);
  if (words.some(({ text }) => TAKES_PLACE.test(text))) return false;
  if (readings.some((one) => one.kind === "time" && one.first >= from && one.end <= to)) return false;
  return tokens.list[to]?.text === "?" || words.some(({ text }) => OFFERS.has(text));
}

/** What ends, is due or takes place on a day. */
const TAKES_PLACE =
  /^(?:venc|expir|due|deadline|prazo|plazo|termina|acaba|ends?$|last$|ultim|only$|so$|somente|solo|apenas|limit|valid|vigen|marcad|agendad|programad|scheduled|booked|appointment|consulta|cita$|reuni|meeting|visit|sess|clase|aula|prueba|until|ate$|hasta|before|antes|paga|pago|pay|fatura|invoice|factura|boleto|entrega|chega|arriv|deliver|llega|renov|renew|desconto|descuento|discount|oferta|offer|promo|start|begin|comec|empiez|comienz|inici|close|fecha|cierr|clos)/;

/** Somebody writes, offers or asks to be told, at any time. */
const OFFERS: ReadonlySet<string> = new Set(
  "escrevo escrevendo escribo escribiendo writing passando paso reaching posso podemos puedo can help ajudar ayudar available disponivel disponible disposicao disposicion".split(
    " ",
  ),
);

function sentenceAround({ list }: Tokens, { first, end }: Reading): { from: number; to: number } {
  const isEnd = (at: number) => list[at]?.kind === "line" || /^[.!?;]$/.test(list[at]?.text ?? "");
  let from = first;
  while (from > 0 && !isEnd(from - 1)) from--;
  let to = end;
  while (to < list.length && !isEnd(to)) to++;
  return { from, to };
}
