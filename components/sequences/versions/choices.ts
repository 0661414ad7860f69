import type { MoveAct } from "@/lib/versions/move-acts";
import type { Group, MoveChoice } from "@/lib/versions/schema";

/** What was chosen for a group; whoever is not in it finishes. */
export type Choice = { act: MoveAct; toStepId: string | null };
export type Choices = Record<string, Choice>;

export const FINISH: Choice = { act: "finish", toStepId: null };

export const groupKey = ({ versionId, stepId }: Pick<Group, "versionId" | "stepId">): string =>
  `${versionId} ${stepId ?? ""}`;

/** One act for all groups; where people cannot be moved they finish. */
export const forAll = (groups: readonly Group[], act: MoveAct): Choices =>
  Object.fromEntries(
    groups.map((group) => [
      groupKey(group),
      act === "move" && !group.canMove ? FINISH : { act, toStepId: null },
    ]),
  );

/** The act that all groups share; null when they differ. */
export function sharedAct(groups: readonly Group[], choices: Choices): MoveAct | null {
  const acts = new Set(groups.map((group) => (choices[groupKey(group)] ?? FINISH).act));
  return acts.size === 1 ? ([...acts][0] ?? null) : null;
}

/** As the server takes them. */
export const toMoveChoices = (groups: readonly Group[], choices: Choices): MoveChoice[] =>
  groups.map((group) => {
    const { act, toStepId } = choices[groupKey(group)] ?? FINISH;
    const { versionId, stepId } = group;
    return act === "move" && toStepId ? { versionId, stepId, act, toStepId } : { versionId, stepId, act };
  });
