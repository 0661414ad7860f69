import {
  LiquidError,
  Output,
  TagToken,
  type Template,
  type Token,
  Tokenizer,
  TypeGuards,
  type Variable,
} from "liquidjs";
import {
  engine,
  hasFallback,
  MAX_TEMPLATE_LENGTH,
  outputsOf,
  parseText,
  TAGS,
  variableNames,
} from "./liquid";
import { FILTERS } from "./liquid-filters";

/** What can be wrong with a text; the screens have a sentence for each. */
export const LIQUID_PROBLEM_CODES = [
  "too_long",
  "unclosed",
  "stray_braces",
  "tag_not_allowed",
  "unknown_filter",
  "empty_output",
  "computed_name",
  "unknown_variable",
  "syntax",
] as const;
export type LiquidProblemCode = (typeof LIQUID_PROBLEM_CODES)[number];

export type LiquidProblem = {
  code: LiquidProblemCode;
  /** Both count from 1. */
  line: number;
  column: number;
  length: number;
  variable: string | null;
  /** The tag, the filter, or what the parser says, in English. */
  detail: string | null;
};

/** Everything that keeps a text from being saved: an empty list means that only missing values can stop it. */
export function checkText(text: string, knownVariables: ReadonlySet<string>): LiquidProblem[] {
  if (text.length > MAX_TEMPLATE_LENGTH) {
    return [{ code: "too_long", line: 1, column: 1, length: text.length, variable: null, detail: null }];
  }
  let tokens: Token[];
  try {
    tokens = new Tokenizer(text).readTopLevelTokens();
  } catch (error) {
    return [fromError(error, "unclosed")];
  }
  const problems = tokens.flatMap(tokenProblems);
  if (problems.length > 0) return problems;
  try {
    return unknownVariables(parseText(text), knownVariables);
  } catch (error) {
    return [fromError(error, "syntax")];
  }
}

/**
 * Variables that a text prints without a fallback: whoever lacks one is not written to. One that also occurs in a
 * condition, or as a fallback, is taken to be looked after.
 */
export function variablesWithoutFallback(text: string): string[] {
  try {
    const templates = parseText(text);
    const bare = variableNames(outputsOf(templates).filter((output) => !hasFallback(output)));
    const all = variableNames(templates);
    const count = (names: string[], name: string) => names.filter((one) => one === name).length;
    return [...new Set(bare)].filter((name) => count(bare, name) === count(all, name));
  } catch {
    return [];
  }
}

function tokenProblems(token: Token): LiquidProblem[] {
  if (TypeGuards.isHTMLToken(token)) {
    const stray = /\}\}|%\}/.exec(token.getText());
    if (!stray) return [];
    return [
      {
        ...positionAt(token.input, token.begin + stray.index),
        code: "stray_braces",
        length: 2,
        detail: stray[0],
      },
    ];
  }
  if (token instanceof TagToken) {
    if (ALLOWED_TAGS.has(token.name)) return [];
    return [{ ...positionOf(token), code: "tag_not_allowed", detail: token.name }];
  }
  if (!TypeGuards.isOutputToken(token)) return [];
  if (token.getText().replace(/[{}\s-]/g, "") === "") {
    return [{ ...positionOf(token), code: "empty_output", detail: null }];
  }
  try {
    const { postfix } = new Output(token, engine).value.initial;
    // liquidjs would let comparisons, ranges and several values in a row pass and print something odd.
    if (postfix.length === 1 && !postfix.some((operand) => TypeGuards.isRangeToken(operand))) return [];
    return [{ ...positionOf(token), code: "syntax", detail: "one variable or text is expected" }];
  } catch (error) {
    const filter = /undefined filter: (\S+)/.exec(String(error))?.[1];
    if (filter && !(filter in FILTERS))
      return [{ ...positionOf(token), code: "unknown_filter", detail: filter }];
    return [{ ...positionOf(token), code: "syntax", detail: messageOf(error) }];
  }
}

const ALLOWED_TAGS = new Set<string>([...TAGS.flatMap((tag) => [tag, `end${tag}`]), "elsif", "else", "when"]);

function unknownVariables(templates: Template[], known: ReadonlySet<string>): LiquidProblem[] {
  const { variables } = engine.analyzeSync(templates, { partials: false });
  return Object.values(variables)
    .flat()
    .flatMap((variable) => variableProblem(variable, known));
}

function variableProblem({ segments, location }: Variable, known: ReadonlySet<string>): LiquidProblem[] {
  const name = segments.map(String).join(".");
  if (known.has(name)) return [];
  const isComputed = segments.some((segment) => typeof segment === "object");
  const code = isComputed ? "computed_name" : "unknown_variable";
  return [
    { code, line: location.row, column: location.col, length: name.length, variable: name, detail: null },
  ];
}

function fromError(error: unknown, code: LiquidProblemCode): LiquidProblem {
  const token = LiquidError.is(error) ? error.token : null;
  const position = token ? positionOf(token) : { line: 1, column: 1, length: 0, variable: null };
  return { ...position, code, detail: messageOf(error) };
}

/** liquidjs adds the position to its message, which a problem carries apart. */
function messageOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error).replace(
    /, (file:.*, )?line:\d+, col:\d+$/,
    "",
  );
}

function positionOf(token: Token) {
  return { ...positionAt(token.input, token.begin), length: token.end - token.begin };
}

function positionAt(input: string, index: number) {
  const before = input.slice(0, index).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, length: 0, variable: null };
}
