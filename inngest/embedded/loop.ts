/** Longest sleep of a timer; it also keeps `setTimeout` away from its 24-day limit. */
const LONGEST_PAUSE_MS = 1_000;

export interface Loop {
  /** Looks again as soon as possible. */
  nudge(): void;
  /** Looks again in `ms`, or earlier. */
  nudgeIn(ms: number): void;
  stop(): Promise<void>;
}

/**
 * Calls `work` again and again. It answers in how many milliseconds it wants to be called next (at most a second
 * later it is called anyway); a nudge shortens the pause. Errors are given to `onError` and end nothing.
 */
export function startLoop(work: () => Promise<number>, onError: (error: unknown) => void): Loop {
  let isStopped = false;
  let isWorking = false;
  let isNudged = false;
  let timer: NodeJS.Timeout | null = null;
  let wakesAt = Number.POSITIVE_INFINITY;
  let current: Promise<void> = Promise.resolve();

  function plan(ms: number): void {
    const at = performance.now() + ms;
    if (isStopped || at >= wakesAt) return;
    if (timer) clearTimeout(timer);
    wakesAt = at;
    timer = setTimeout(run, Math.ceil(ms));
  }

  function run(): void {
    timer = null;
    wakesAt = Number.POSITIVE_INFINITY;
    if (isStopped || isWorking) return;
    current = workOnce();
  }

  async function workOnce(): Promise<void> {
    isWorking = true;
    isNudged = false;
    let pause = LONGEST_PAUSE_MS;
    try {
      pause = await work();
    } catch (error) {
      onError(error);
    }
    isWorking = false;
    plan(isNudged ? 0 : Math.min(Math.max(pause, 0), LONGEST_PAUSE_MS));
  }

  plan(0);
  return {
    nudge() {
      if (isWorking) isNudged = true;
      else plan(0);
    },
    nudgeIn(ms) {
      if (ms >= LONGEST_PAUSE_MS) return;
      if (isWorking) isNudged = true;
      else plan(Math.max(ms, 0));
    },
    async stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
      await current;
    },
  };
}
