import type { Reader, Reading } from "./reading";
import { type Tokens, take, tokenAt, wordAt } from "./tokens";

/** Telephone numbers in any grouping: eight digits or more that only blanks, hyphens, dots and brackets part. */
export function readPhones({ tokens }: Reader): Reading[] {
  const found: Reading[] = [];
  for (let at = 0; at < tokens.list.length; at++) {
    const run = runAt(tokens, at);
    if (!run) continue;
    if (isPhone(tokens, run)) {
      found.push({
        kind: "phone",
        value: run.hasPlus ? `+${run.digits}` : run.digits,
        first: run.first,
        end: run.end,
      });
      take(tokens, run.first, run.end);
    }
    at = run.end - 1;
  }
  return found;
}

type Run = { first: number; end: number; digits: string; groups: number; hasPlus: boolean };

/** E.164 has at most 15 digits; a payment slip's line has 48. */
const LEAST_DIGITS = 8;
const MOST_GROUPS = 48;
const BETWEEN: ReadonlySet<string> = new Set(["-", "(", ")", ".", "/", "+"]);

function runAt(tokens: Tokens, at: number): Run | null {
  const opening = tokenAt(tokens, at);
  const hasPlus = opening?.text === "+";
  if (!opening || !(hasPlus || opening.text === "(" || opening.kind === "number")) return null;
  let digits = "";
  let groups = 0;
  let end = at;
  let gap = 0;
  for (let index = at; groups < MOST_GROUPS; index++) {
    const token = tokenAt(tokens, index);
    if (token?.kind === "number") {
      if (isMoneyLike(token.text)) break;
      digits += token.text.replace(/\D/g, "");
      groups++;
      end = index + 1;
      gap = 0;
    } else if (token && BETWEEN.has(token.text) && gap < 2) gap++;
    else break;
  }
  return digits === "" ? null : { first: at, end, digits, groups, hasPlus };
}

/** `1.234,56` has both marks; a telephone number has none or one kind. */
const isMoneyLike = (text: string) => text.includes(",");

const CALLS: ReadonlySet<string> = new Set(
  "telefone tel fone whatsapp whats zap ligue ligar ligando liga celular phone call number numero llame llama llamar telefono movil contato contacto para no al on at ramal text".split(
    " ",
  ),
);

/** A long number without any grouping is one only behind a word that calls for it, or with its plus. */
function isPhone(tokens: Tokens, { first, digits, groups, hasPlus }: Run): boolean {
  if (digits.length < LEAST_DIGITS) return false;
  if (hasPlus || groups > 1) return digits.length <= 48;
  const before = [1, 2, 3].map((step) => wordAt(tokens, first - step));
  return digits.length >= 10 && digits.length <= 15 ? true : before.some((word) => CALLS.has(word));
}
