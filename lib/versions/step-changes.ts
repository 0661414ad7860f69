import type { Step, Variant } from "@/lib/core/model";
import { DEFAULT_DRAFT_EXPIRY } from "@/lib/core/model-maestro";
import { contentChanges, textChange, windowChanges } from "./content-changes";
import type { Change } from "./difference";
import { byId, isSame, onlyIn } from "./same";

export type StepChange = { variant: number | null; change: Change };

type Compare = (before: Step, after: Step) => StepChange[];
const plain = (changes: Change[]): StepChange[] => changes.map((change) => ({ variant: null, change }));

/** One comparison for each field, so that a new field does not compile until it has its own. */
const COMPARE: { [Field in Exclude<keyof Step, "id">]: Compare } = {
  name: (before, after) =>
    before.name === after.name
      ? []
      : plain([{ code: "step_name", before: before.name ?? null, after: after.name ?? null }]),
  wait: (before, after) =>
    isSame(before.wait, after.wait) ? [] : plain([{ code: "wait", before: before.wait, after: after.wait }]),
  channel: (before, after) =>
    before.channel === after.channel
      ? []
      : plain([{ code: "channel", before: before.channel, after: after.channel }]),
  content: (before, after) => {
    const hasVariants = before.variants.length + after.variants.length > 0;
    return contentChanges(before.content, after.content).map((change) => ({
      variant: hasVariants ? 0 : null,
      change,
    }));
  },
  windowClosed: (before, after) => plain(windowChanges(before.windowClosed, after.windowClosed)),
  compose: (before, after) => plain(composeChanges(before.compose, after.compose)),
  skipRules: (before, after) => plain(ruleChanges(before.skipRules, after.skipRules)),
  weight: (before, after) => plain(weightChanges(before, after)),
  variants: (before, after) => variantChanges(before.variants, after.variants),
};

export const stepChanges = (before: Step, after: Step): StepChange[] =>
  Object.values(COMPARE).flatMap((compare) => compare(before, after));

function composeChanges(before: Step["compose"], after: Step["compose"]): Change[] {
  const mode: Change[] =
    before.mode === after.mode ? [] : [{ code: "compose", before: before.mode, after: after.mode }];
  if (after.mode === "static") return mode;
  const old = before.mode === "static" ? null : before.instruction;
  return [...mode, ...textChange("instruction", old, after.instruction), ...expiryChanges(before, after)];
}

/** Of drafts that wait for a person; what is not said is the default. */
function expiryChanges(before: Step["compose"], after: Step["compose"]): Change[] {
  const [old, fresh] = [expiryOf(before), expiryOf(after)];
  return isSame(old, fresh) ? [] : [{ code: "draft_expiry", before: old, after: fresh }];
}

const expiryOf = (compose: Step["compose"]) =>
  (compose.mode !== "static" && compose.expiry) || DEFAULT_DRAFT_EXPIRY;

function ruleChanges(before: Step["skipRules"], after: Step["skipRules"]): Change[] {
  if (isSame(before, after)) return [];
  const changes: Change[] = [
    ...onlyIn(before, after).map((rule) => ({ code: "skip_rule_removed" as const, rule })),
    ...onlyIn(after, before).map((rule) => ({ code: "skip_rule_added" as const, rule })),
  ];
  return changes.length > 0 ? changes : [{ code: "skip_rules_order" }];
}

/** Also where a variant came or went: the others then get another share. */
function weightChanges(before: Step, after: Step): Change[] {
  const weights = (step: Step) => [step.weight, ...step.variants.map((variant) => variant.weight)];
  if (isSame(weights(before), weights(after))) return [];
  return [{ code: "weights", before: shares(weights(before)), after: shares(weights(after)) }];
}

const shares = (weights: number[]): number[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.round((100 * weight) / sum));
};

function variantChanges(before: Variant[], after: Variant[]): StepChange[] {
  const changes: StepChange[] = [];
  const old = byId(before);
  const fresh = byId(after);
  // The step's own content is the first.
  for (const [key, { index }] of old) {
    if (!fresh.has(key)) changes.push({ variant: index + 1, change: { code: "variant_removed" } });
  }
  for (const [key, { item, index }] of fresh) {
    const was = old.get(key);
    const found: Change[] = was
      ? contentChanges(was.item.content, item.content)
      : [{ code: "variant_added" }];
    for (const change of found) changes.push({ variant: index + 1, change });
  }
  const order = (list: typeof old, other: typeof old) => [...list.keys()].filter((key) => other.has(key));
  if (!isSame(order(old, fresh), order(fresh, old))) {
    changes.push({ variant: null, change: { code: "variants_order" } });
  }
  return changes;
}
