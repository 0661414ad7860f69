import { checkText, type LiquidProblem } from "../liquid-check";
import { type Content, type Step, TARGETS, type Target } from "../model";
import type { ProblemPart, PublishContext, PublishField } from "../publish-check";
import { TARGET_VARIABLES } from "../variables";

/** What is wrong with a text that is filled in, with the place in it. */
export function textProblems(
  text: string,
  field: PublishField,
  { knownVariables }: PublishContext,
): ProblemPart[] {
  return checkText(text, knownVariables).map(({ code, ...data }: LiquidProblem): ProblemPart => {
    const other = code === "unknown_variable" && data.variable !== null && targetOf(data.variable);
    if (!other) return { field, code, data };
    return { field, code: "other_target_variable", data: { ...data, target: other } };
  });
}

/** Of which target's runs a name is a variable; null when of none, or of all. */
export function targetOf(variable: string): Target | null {
  return TARGETS.find((target) => TARGET_VARIABLES[target].some(({ name }) => name === variable)) ?? null;
}

/** How long a text is at least, whatever its variables hold. */
export function fixedText(text: string): string {
  return text.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, "");
}

/** What a step may say: its own content and its further variants. */
export function contentsOf({ content, variants }: Pick<Step, "content" | "variants">): Content[] {
  return [content, ...variants.map((variant) => variant.content)];
}

/** Whether any of it is free text, which a closed window keeps from WhatsApp. */
export function saysFreely(step: Pick<Step, "content" | "variants">): boolean {
  return contentsOf(step).some(({ type }) => type !== "template");
}
