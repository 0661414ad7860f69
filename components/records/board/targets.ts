import {
  type CollisionDetection,
  KeyboardCode,
  type KeyboardCoordinateGetter,
  pointerWithin,
  type UniqueIdentifier,
} from "@dnd-kit/core";

/** What a card may be dropped on: a stage, another card, or the strips for won and lost. */
export const stageTarget = (stageId: string) => `stage:${stageId}`;
export const cardTarget = (dealId: string) => `card:${dealId}`;
export const OUTCOMES = ["won", "lost"] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const outcomeTarget = (outcome: Outcome) => `outcome:${outcome}`;

export type Target = { kind: "stage" | "card" | "outcome"; id: string };

export function targetOf(id: UniqueIdentifier | undefined): Target | null {
  const [kind, value] = String(id ?? "").split(":");
  return value && (kind === "stage" || kind === "card" || kind === "outcome") ? { kind, id: value } : null;
}

/** By hand, what is under the pointer: a strip before a card before its column. */
const underPointer: CollisionDetection = (args) => {
  const rank = ({ id }: { id: UniqueIdentifier }) =>
    ["outcome", "card", "stage"].indexOf(targetOf(id)?.kind ?? "stage");
  return pointerWithin(args).sort((a, b) => rank(a) - rank(b));
};

/**
 * How a held card finds its target. By keys, the arrows to the sides walk the stages, and behind the last one won and
 * lost; what was walked to is the target, wherever the board has scrolled to meanwhile.
 */
export function walking() {
  let order: string[] = [];
  let chosen: string | null = null;

  const findTarget: CollisionDetection = (args) => {
    if (args.pointerCoordinates) return underPointer(args);
    const droppableContainer = args.droppableContainers.find(({ id }) => id === chosen);
    return droppableContainer && chosen ? [{ id: chosen, data: { droppableContainer, value: 1 } }] : [];
  };

  const walk: KeyboardCoordinateGetter = (event, { context }) => {
    const steps: Record<string, number> = { [KeyboardCode.Right]: 1, [KeyboardCode.Left]: -1 };
    // Up and down too: they would scroll the page away under the card.
    if (event.code.startsWith("Arrow")) event.preventDefault();
    const step = steps[event.code];
    if (!step) return undefined;
    const at = Math.min(Math.max(order.indexOf(chosen ?? "") + step, 0), order.length - 1);
    chosen = order[at] ?? null;
    const container = chosen ? context.droppableContainers.get(chosen) : undefined;
    container?.node.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    const rect = container?.node.current?.getBoundingClientRect();
    return rect ? { x: rect.left, y: rect.top } : undefined;
  };

  /** A card of this stage was picked up. */
  const begin = (stageIds: string[], stageId: string) => {
    order = [...stageIds.map(stageTarget), ...OUTCOMES.map(outcomeTarget)];
    chosen = stageTarget(stageId);
  };
  return { begin, findTarget, walk };
}
