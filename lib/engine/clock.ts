import { setTimeout as pass } from "node:timers/promises";

/**
 * Where the engine reads the time. Tests hand in their own; one without `reach` is taken to be at any moment that is
 * waited for.
 */
export type Clock = (() => Date) & {
  /** Lets the time pass until then. */
  reach?: (moment: Date) => Promise<void>;
};

export const systemClock: Clock = Object.assign(() => new Date(), {
  async reach(moment: Date): Promise<void> {
    // A timer may ring a millisecond early.
    for (let rings = 0; rings < 3 && moment.getTime() > Date.now(); rings++) {
      await pass(moment.getTime() - Date.now());
    }
  },
});
