import type { Condition } from "@/lib/core/model";
import type { Trigger } from "@/lib/core/model-rules";
import { namesOf, TARGET_VARIABLES, VARIABLES } from "@/lib/core/variables";

export type KnownNames = {
  /** Keys of the account's own fields. */
  attributes: ReadonlySet<string>;
  /** Names of stages and pipelines, in small letters. */
  stages: ReadonlySet<string>;
  pipelines: ReadonlySet<string>;
  /** Of the tags that are asked for those that somebody has or a rule gives, in small letters; null: not looked for. */
  tags: ReadonlySet<string> | null;
};

const BUILT_IN = namesOf([...VARIABLES, ...Object.values(TARGET_VARIABLES).flat()]);
/** A value that must be one of the names, for the condition to be met. */
const POSITIVE: ReadonlySet<string> = new Set(["equal", "in", "contains"]);
const TAGS: ReadonlySet<string> = new Set(["contact.tags", "event.tag"]);

const conditionsOf = ({ conditions, groups = [] }: Pick<Trigger, "conditions" | "groups">): Condition[] => [
  ...conditions,
  ...groups.flatMap((group) => group.conditions),
];

/** The tags that a trigger's conditions ask for. */
export const tagsAsked = (trigger: Pick<Trigger, "conditions" | "groups">): string[] =>
  conditionsOf(trigger)
    .filter(({ variable, operator }) => TAGS.has(variable) && POSITIVE.has(operator))
    .flatMap(({ operator, value }) => (operator === "in" ? value.split(",") : [value]))
    .map(folded)
    .filter((tag) => tag !== "");

/**
 * The names in a trigger's conditions that the account has no more, so that they cannot be met as they were meant: a
 * field, a stage, a pipeline or a tag. Pure.
 */
export function missingNames(trigger: Pick<Trigger, "conditions" | "groups">, known: KnownNames): string[] {
  return [...new Set(conditionsOf(trigger).flatMap((condition) => missingIn(condition, known)))];
}

function missingIn({ variable, operator, value }: Condition, known: KnownNames): string[] {
  if (variable.startsWith("contact.") && !BUILT_IN.has(variable)) {
    return known.attributes.has(variable.slice("contact.".length)) ? [] : [variable];
  }
  const names = NAMED[variable]?.(known);
  // A part of a name may be asked for, too.
  if (!names || !POSITIVE.has(operator) || value.trim() === "") return [];
  const wanted = operator === "in" ? value.split(",") : [value];
  const isKnown = (one: string) =>
    operator === "contains" ? [...names].some((name) => name.includes(folded(one))) : names.has(folded(one));
  // One that is left is enough to be met.
  return wanted.some((one) => one.trim() !== "" && isKnown(one)) ? [] : [value];
}

const NAMED: Record<string, ((known: KnownNames) => ReadonlySet<string> | null) | undefined> = {
  "deal.stage": ({ stages }) => stages,
  "deal.pipeline": ({ pipelines }) => pipelines,
  "contact.tags": ({ tags }) => tags,
  "event.tag": ({ tags }) => tags,
};

export const folded = (text: string): string => text.trim().toLocaleLowerCase();
