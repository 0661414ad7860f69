import { END_REASONS, type EndReason } from "./model";

/** A run's status and end reason in one number, as the database computes it (`run_standing`). */
export const RUN_STANDINGS = { active: 0, paused: 1, firstEnded: 2 } as const;

export const standingOfReason = (reason: EndReason): number =>
  RUN_STANDINGS.firstEnded + END_REASONS.indexOf(reason);
