import { RECORD_KINDS } from "@/lib/core/model";
import type { Variable, VariableType } from "@/lib/core/variables";

/** The beginning of a variable that ends at the caret: where it starts and what of its name is there already. */
export type TypedVariable = { from: number; query: string };

/** What `{`, `{{` or `{{ contact.fi` before the caret is about to become; null when the caret stands elsewhere. */
export function typedVariable(text: string, caret: number): TypedVariable | null {
  const match = /\{{1,2}[ ]?([\w.]*)$/.exec(text.slice(0, caret));
  return match ? { from: match.index, query: (match[1] ?? "").toLowerCase() } : null;
}

/** Puts a variable in place of what was typed, or at the caret; `caret` is where writing goes on. */
export function insertVariable(text: string, caret: number, output: string): { text: string; caret: number } {
  const begun = typedVariable(text, caret);
  const from = begun?.from ?? caret;
  // Closing braces that stand there already are taken over, not doubled.
  const rest = begun ? text.slice(caret).replace(/^ ?\}{1,2}/, "") : text.slice(caret);
  return { text: text.slice(0, from) + output + rest, caret: from + output.length };
}

/**
 * How a variable is written in a text: amounts and dates as people read them. People without a value get the fallback,
 * so the step never fails for them.
 */
export function outputOf({ name, type }: Pick<Variable, "name" | "type">, fallback: string | null): string {
  const filters = [...formatsOf(name, type), ...(fallback === null ? [] : [`default: "${fallback}"`])];
  return `{{ ${[name, ...filters].join(" | ")} }}`;
}

function formatsOf(name: string, type: VariableType): string[] {
  switch (type) {
    case "currency": {
      const group = name.slice(0, name.indexOf("."));
      return [RECORD_KINDS.some((kind) => kind === group) ? `money: ${group}.currency` : "money"];
    }
    case "date":
      return ["date"];
    case "percent":
      return ["percent"];
    default:
      return [];
  }
}
