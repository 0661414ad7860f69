import { partKey } from "./date-shapes";
import type { Reader, Reading } from "./reading";
import { take, tokenAt, wordAt } from "./tokens";

/** `parcela 2 de 3`, `installment 2 of 3`: one thing, not two numbers. */
export function readParts({ tokens }: Reader): Reading[] {
  const found: Reading[] = [];
  for (let at = 0; at + 2 < tokens.list.length; at++) {
    const [part, of, whole] = [tokenAt(tokens, at), tokenAt(tokens, at + 1), tokenAt(tokens, at + 2)];
    if (!part || !whole || !OF.has(of?.text ?? "")) continue;
    if (!SMALL.test(part.text) || !SMALL.test(whole.text) || Number(part.text) > Number(whole.text)) continue;
    // `3 de 10%` and `2 of 3 days` are numbers.
    if (wordAt(tokens, at + 3) === "%") continue;
    found.push({ kind: "part", value: partKey(part.text, whole.text), first: at, end: at + 3 });
    take(tokens, at, at + 3);
    at += 2;
  }
  return found;
}

const OF: ReadonlySet<string> = new Set(["de", "of"]);
const SMALL = /^\d{1,3}$/;
