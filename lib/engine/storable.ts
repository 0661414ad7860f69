/** A text as Postgres takes it: no NUL, no half of a surrogate pair, and not longer than `most`. */
export const storable = (text: string, most = Number.POSITIVE_INFINITY): string =>
  text.slice(0, most).toWellFormed().replaceAll("\0", "");

/**
 * JSON that Postgres takes as jsonb, whatever strangers wrote: one text with half a surrogate pair would have the whole
 * statement refused, and with it every other row of the batch.
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return json;
  return JSON.stringify(value, (_key, part) => (typeof part === "string" ? storable(part) : part));
}
