import { Liquid, Output, type Template, TypeGuards, toValueSync } from "liquidjs";
import { type Typed, writeByType } from "./by-type";
import { FILTERS, FORMAT } from "./liquid-filters";

/** Values by name in groups (`contact`, `account`, ...), and how to write them. An absent name is a missing value. */
export type RenderContext = Typed;

export type Rendered =
  | { ok: true; text: string }
  /** The variable that has no value and no fallback. */
  | { ok: false; missing: string }
  | { ok: false; missing: null; detail: string };

export const MAX_TEMPLATE_LENGTH = 20_000;

/** Tags that a text may use: conditions, and nothing that repeats, includes, assigns or hides. */
export const TAGS = ["if", "unless", "case"] as const;

/**
 * The text with its variables filled in. A variable without a value fails with its name unless the output has a
 * `default`. Never throws.
 */
export function renderText(text: string, context: RenderContext): Rendered {
  // Most fixed texts need no engine.
  if (!text.includes("{{") && !text.includes("{%")) return { ok: true, text };
  try {
    return {
      ok: true,
      text: String(engine.renderSync(parsed(text), { ...context.values, [FORMAT]: context })),
    };
  } catch (error) {
    const missing = missingVariable(error);
    if (missing !== null) return { ok: false, missing };
    return { ok: false, missing: null, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Parses or throws liquidjs' error, which knows its position. */
export function parseText(text: string): Template[] {
  const templates = engine.parse(text);
  for (const output of outputsOf(templates)) {
    const name = printedName(output);
    if (name !== null || hasFallback(output)) setRender(output, name);
  }
  return templates;
}

/** Every output tag, in branches too. */
export function outputsOf(templates: Template[]): Output[] {
  return templates.flatMap((template) => {
    if (template instanceof Output) return [template];
    return template.children ? outputsOf(toValueSync<Template[]>(template.children(false, true))) : [];
  });
}

export function hasFallback(output: Output): boolean {
  return output.value.filters.some((filter) => filter.name === "default");
}

/** The names that these templates read, each as often as it occurs, in order. */
export function variableNames(templates: Template[]): string[] {
  const { variables } = engine.analyzeSync(templates, { partials: false });
  return Object.values(variables)
    .flat()
    .map(({ segments }) => segments.map(String).join("."));
}

/**
 * The limits protect the worker from texts built to be slow; without loops the time is bounded by the length. Only
 * own properties are read, so no text reaches a prototype.
 */
export const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  lenientIf: true,
  ownPropertyOnly: true,
  parseLimit: MAX_TEMPLATE_LENGTH,
  memoryLimit: 200_000,
  renderLimit: 200,
});
for (const name of Object.keys(engine.tags)) {
  if (!TAGS.some((tag) => tag === name)) delete engine.tags[name];
}
for (const name of Object.keys(engine.filters)) delete engine.filters[name];
for (const [name, filter] of Object.entries(FILTERS)) engine.registerFilter(name, filter);

/** The variable that is printed by its name alone, with no filter but a fallback; null where the text says how. */
function printedName(output: Output): string | null {
  const { initial, filters } = output.value;
  const [token, ...others] = initial.postfix;
  if (!token || others.length > 0 || !TypeGuards.isPropertyAccessToken(token)) return null;
  return filters.every(({ name }) => name === "default") ? token.getText() : null;
}

/**
 * liquidjs honours `default` only as the first filter, and not for the default's own argument; people write both. A value
 * that is printed by its `name` alone is written as its type is.
 */
function setRender(output: Output, name: string | null): void {
  const { value } = output;
  const isLenient = hasFallback(output);
  output.render = function* (context, emitter) {
    context.strictVariables = !isLenient;
    try {
      const result: unknown = yield value.value(context, isLenient);
      if (isLenient && (result === undefined || result === null))
        throw new MissingValue(variableNames([output])[0] ?? "?");
      const format = (context.environments as { [FORMAT]: RenderContext })[FORMAT];
      emitter.write(name === null ? result : writeByType(name, result, format));
    } finally {
      context.strictVariables = true;
    }
  };
}

class MissingValue extends Error {
  constructor(readonly variableName: string) {
    super(`no value for ${variableName}`);
  }
}

/** liquidjs wraps an error once for each level it passes. */
function missingVariable(error: unknown): string | null {
  for (let inner = error; inner instanceof Error; ) {
    const { variableName, originalError } = inner as Error & {
      variableName?: string;
      originalError?: unknown;
    };
    if (variableName !== undefined) return variableName;
    inner = originalError;
  }
  return null;
}

/** Parsing costs some ten times a render; the bound keeps a large account's texts from filling the memory. */
const MAX_CACHED = 1_000;
const cache = new Map<string, Template[]>();

function parsed(text: string): Template[] {
  let templates = cache.get(text);
  if (!templates) {
    templates = parseText(text);
    const oldest = cache.size >= MAX_CACHED ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    cache.set(text, templates);
  }
  return templates;
}
