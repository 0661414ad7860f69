import type { SequenceDraft } from "@/lib/core/model";
import type { DraftField } from "@/lib/sequences/draft-check";

/** The parts of a run besides its steps, in the order of the screen, and what else the side shows. */
const BEFORE_STEPS = ["enters"] as const;
const AFTER_STEPS = ["stops", "pace", "measure", "defaults"] as const;
const VIEWS = ["preview", "versions"] as const;
export type SettingsPart = (typeof BEFORE_STEPS)[number] | (typeof AFTER_STEPS)[number];
export type View = (typeof VIEWS)[number];

/** A step's id, or the name of another part. */
export type Part = string;

const SETTINGS: ReadonlySet<string> = new Set([...BEFORE_STEPS, ...AFTER_STEPS]);
const SIDE_VIEWS: ReadonlySet<string> = new Set(VIEWS);
export const isSettingsPart = (part: Part): part is SettingsPart => SETTINGS.has(part);
export const isView = (part: Part): part is View => SIDE_VIEWS.has(part);

/** The lines of the timeline from top to bottom. */
export const linesOf = ({ steps }: Pick<SequenceDraft, "steps">): Part[] => [
  ...BEFORE_STEPS,
  ...steps.map((step) => step.id),
  ...AFTER_STEPS,
];

/** What is shown before somebody chooses: the first message, or how people get in. */
export const firstPart = ({ steps }: Pick<SequenceDraft, "steps">): Part => steps[0]?.id ?? "enters";

const PART_OF_KEY: Record<Exclude<keyof SequenceDraft, "schemaVersion" | "steps">, SettingsPart> = {
  target: "enters",
  triggers: "enters",
  reenrollment: "enters",
  exitRules: "stops",
  goal: "stops",
  endsOn: "stops",
  sendingHours: "pace",
  limits: "pace",
  holdoutPercent: "measure",
  defaultAssigneeId: "defaults",
  priority: "pace",
  exclusivityGroup: "enters",
};

const isKey = (field: string): field is keyof typeof PART_OF_KEY => field in PART_OF_KEY;

/** Where the field of a finding is edited; what is wrong with the steps as a whole is seen at the first one. */
export function partOfPlace(
  draft: Pick<SequenceDraft, "steps">,
  { stepId, field }: { stepId: string | null; field: DraftField },
): Part {
  if (stepId !== null) return stepId;
  return isKey(field) ? PART_OF_KEY[field] : firstPart(draft);
}

/** Where the difference between two drafts is to be seen; null when the shown part may stay. */
export function changedPart(before: SequenceDraft, after: SequenceDraft): Part | null {
  if (before.steps !== after.steps) {
    const changed = changedStep(before.steps, after.steps);
    if (changed) return changed;
  }
  for (const key of Object.keys(PART_OF_KEY)) {
    if (isKey(key) && before[key] !== after[key]) return PART_OF_KEY[key];
  }
  return null;
}

function changedStep(before: SequenceDraft["steps"], after: SequenceDraft["steps"]): Part | null {
  const known = new Map(before.map((step) => [step.id, step]));
  const added = after.find((step) => !known.has(step.id));
  if (added) return added.id;
  const kept = new Set(after.map((step) => step.id));
  const removedAt = before.findIndex((step) => !kept.has(step.id));
  if (removedAt >= 0) return (after[removedAt] ?? after.at(-1))?.id ?? "enters";
  return after.find((step) => known.get(step.id) !== step)?.id ?? null;
}
