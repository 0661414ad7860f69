import type * as LiquidCheck from "@/lib/core/liquid-check";
import type { LiquidProblem } from "@/lib/core/liquid-check";
import { plainText, plainWithoutFallback } from "@/lib/core/plain-text";

/** A part of a text to underline: red where it is wrong, amber where some people may have no value. */
export type MarkedRange = { from: number; to: number } & (
  | { tone: "red"; problem: LiquidProblem }
  | { tone: "amber"; variable: string }
);

/** What there is to say of a text, by `liquid-check.ts`. */
export type TextChecks = Pick<typeof LiquidCheck, "checkText" | "variablesWithoutFallback">;

type Faults = { problems: LiquidProblem[]; bare: string[] };

/** Of a text that only prints known variables no check need be asked; null where one must. */
function plainFaults(text: string, knownVariables: ReadonlySet<string>): Faults | null {
  const plain = plainText(text);
  if (!plain?.outputs.every(({ name }) => knownVariables.has(name))) return null;
  return { problems: [], bare: plainWithoutFallback(plain) };
}

const faultsBy = (checks: TextChecks, text: string, knownVariables: ReadonlySet<string>): Faults => ({
  problems: checks.checkText(text, knownVariables).filter(({ code }) => code !== "too_long"),
  bare: checks.variablesWithoutFallback(text),
});

/**
 * What of a text wants a look, in its order and never overlapping; the graver of two wins. Null where it needs the
 * checks and they are not there.
 */
export function markedRanges(
  text: string,
  knownVariables: ReadonlySet<string>,
  checks: TextChecks | null,
): MarkedRange[] | null {
  const faults = plainFaults(text, knownVariables) ?? (checks && faultsBy(checks, text, knownVariables));
  if (!faults) return null;
  const { problems, bare } = faults;
  const starts = lineStarts(text);
  const red = problems.map((problem): MarkedRange => {
    const from = (starts[problem.line - 1] ?? 0) + problem.column - 1;
    return { from, to: Math.min(from + problem.length, text.length), tone: "red", problem };
  });
  const amber = bare
    .filter((name) => isWorthAWord(name, knownVariables))
    .flatMap((variable) =>
      outputsOf(text, variable).map(({ from, to }): MarkedRange => ({ from, to, tone: "amber", variable })),
    );
  const kept: MarkedRange[] = [];
  for (const range of [...red, ...amber]) {
    const isFree = kept.every(({ from, to }) => range.to <= from || range.from >= to);
    if (range.to > range.from && isFree) kept.push(range);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** Every account has a name. */
const isWorthAWord = (name: string, knownVariables: ReadonlySet<string>) =>
  knownVariables.has(name) && name !== "account.name";

/** Writes a fallback behind every output of the variable. `caret` stands inside the last one, to be typed over. */
export function addFallback(
  text: string,
  variable: string,
  fallback: string,
): { text: string; caret: number } {
  let result = text;
  let caret = text.length;
  const added = ` | default: "${fallback.replaceAll('"', "'")}"`;
  for (const { to } of outputsOf(text, variable).toReversed()) {
    result = result.slice(0, to) + added + result.slice(to);
    // Those found before it push it to the right.
    caret = caret === text.length ? to + added.length - 1 : caret + added.length;
  }
  return { text: result, caret };
}

/** Where `{{ name …` prints this variable without a fallback: the name itself. */
function outputsOf(text: string, variable: string): { from: number; to: number }[] {
  const name = variable.replaceAll(".", "\\s*\\.\\s*");
  const output = new RegExp(`(\\{\\{-?\\s*)(${name})(?![\\w.])([^}]*)\\}\\}`, "g");
  return [...text.matchAll(output)]
    .filter((match) => !/\|\s*default\b/.test(match[3] ?? ""))
    .map((match) => {
      const from = match.index + (match[1]?.length ?? 0);
      return { from, to: from + (match[2]?.length ?? 0) };
    });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
