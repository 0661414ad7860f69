import { checkText, type LiquidProblem, variablesWithoutFallback } from "@/lib/core/liquid-check";

/** A part of a text to underline: red where it is wrong, amber where some people may have no value. */
export type MarkedRange = { from: number; to: number } & (
  | { tone: "red"; problem: LiquidProblem }
  | { tone: "amber"; variable: string }
);

/** What of a text wants a look, in its order and never overlapping; the graver of two wins. */
export function markedRanges(text: string, knownVariables: ReadonlySet<string>): MarkedRange[] {
  if (!text.includes("{") && !text.includes("}")) return [];
  const starts = lineStarts(text);
  const problems = checkText(text, knownVariables).filter(({ code }) => code !== "too_long");
  const red = problems.map((problem): MarkedRange => {
    const from = (starts[problem.line - 1] ?? 0) + problem.column - 1;
    return { from, to: Math.min(from + problem.length, text.length), tone: "red", problem };
  });
  const amber = missingFallbacks(text, knownVariables).flatMap((variable) =>
    outputsOf(text, variable).map(({ from, to }): MarkedRange => ({ from, to, tone: "amber", variable })),
  );
  const kept: MarkedRange[] = [];
  for (const range of [...red, ...amber]) {
    const isFree = kept.every(({ from, to }) => range.to <= from || range.from >= to);
    if (range.to > range.from && isFree) kept.push(range);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** Known variables that a text prints although some people may have no value for them. */
export function missingFallbacks(text: string, knownVariables: ReadonlySet<string>): string[] {
  return variablesWithoutFallback(text).filter(
    // Every account has a name.
    (name) => knownVariables.has(name) && name !== "account.name",
  );
}

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
