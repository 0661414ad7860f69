import type { Condition, Operator } from "../model";
import type { ProblemPart, PublishContext, PublishField } from "../publish-check";
import { targetOf } from "./texts";

const WITHOUT_VALUE: ReadonlySet<Operator> = new Set(["is_set", "is_not_set"]);

/** What keeps a condition from ever being judged as it is meant. */
export function conditionProblems(
  { variable, operator, value }: Condition,
  field: PublishField,
  { knownVariables }: PublishContext,
): ProblemPart[] {
  // Nobody has chosen one yet, which is said already.
  if (variable.trim() === "") return [];
  const problems: ProblemPart[] = [];
  if (!knownVariables.has(variable)) {
    const target = targetOf(variable);
    if (target) problems.push({ field, code: "other_target_variable", data: { variable, target } });
    else problems.push({ field, code: "condition_unknown_variable", data: { variable } });
  }
  if (!WITHOUT_VALUE.has(operator) && value.trim() === "") {
    problems.push({ field, code: "condition_without_value", data: { variable } });
  } else if ((operator === "greater" || operator === "less") && !hasOrder(value)) {
    problems.push({ field, code: "condition_not_comparable", data: { variable, value } });
  }
  return problems;
}

/** Numbers and ISO dates have an order; texts have none. */
function hasOrder(value: string): boolean {
  const text = value.trim();
  if (text !== "" && Number.isFinite(Number(text))) return true;
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(text) && !Number.isNaN(Date.parse(text));
}
