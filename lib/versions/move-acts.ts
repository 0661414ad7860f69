export const MOVE_ACTS = ["finish", "move", "exit"] as const;
export type MoveAct = (typeof MOVE_ACTS)[number];

/** How long a choice for the people in flight may be taken back before it begins. */
export const GRACE_SECONDS = 15;
