import { decide } from "./decide";
import type { DraftFacts } from "./draft-facts";
import type { Facts } from "./facts";
import type { Step } from "./model";
import type { DraftExpiry } from "./model-maestro";
import { ahead, aSnapshot, aStep, NOW, someFacts } from "./test-facts";
import { aDraft, MAESTRO } from "./test-maestro";

export type Changes = Parameters<typeof someFacts>[0];
type Mode = "ai_assisted" | "ai_full";

/** A run whose step Maestro writes; it is due unless the changes say otherwise. */
export function written(
  mode: Mode,
  changes: Changes = {},
  step: Partial<Step> = {},
  expiry?: DraftExpiry,
): Facts {
  const compose = { mode, instruction: "Be kind", ...(expiry && { expiry }) };
  const snapshot = aSnapshot({ steps: [aStep({ compose, ...step })] });
  return someFacts({ maestro: MAESTRO, ...changes, sequence: { snapshot, ...changes?.sequence } });
}
export const assisted = (
  draft: Partial<DraftFacts> | null,
  changes: Changes = {},
  step: Partial<Step> = {},
) => written("ai_assisted", { draft: draft && aDraft(draft), ...changes }, step);
export const full = (draft: Partial<DraftFacts> | null, changes: Changes = {}, step: Partial<Step> = {}) =>
  written("ai_full", { draft: draft && aDraft(draft), ...changes }, step);

export const in10 = { enrollment: { waitFromAt: NOW } };
export const inHours = (hours: number) => ({ enrollment: { dueAtOverride: ahead(hours * 60) } });
export const says = (facts: Facts) => {
  const decision = decide(facts, NOW);
  return decision.kind === "send" ? decision.content.text : decision.kind;
};
export const dataOf = (facts: Facts) => decide(facts, NOW).because.data;
