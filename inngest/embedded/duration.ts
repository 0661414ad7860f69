const UNIT_MS: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 };
const PERIODS = /^(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?$/;

/** Inngest's server refuses longer sleeps and waits (its consts.MaxSleepDuration). */
export const LONGEST_WAIT_MS = 366 * 86_400_000;

/**
 * The instant the SDK's time string means: `"4w2d"` counts from `now`, an ISO date stands for itself, an empty
 * string (what the SDK makes of a negative duration) is now. Answers null when it is none of these.
 */
export function instantOf(time: string, now: number): number | null {
  if (PERIODS.test(time)) return now + periodMs(time);
  const at = Date.parse(time);
  return Number.isNaN(at) ? null : at;
}

/** Milliseconds of a string such as `"4w2d"`. */
export function periodMs(time: string): number {
  let total = 0;
  for (const [, count, unit] of time.matchAll(/(\d+)([wdhms])/g)) {
    total += Number(count) * (UNIT_MS[unit ?? ""] ?? 0);
  }
  return total;
}

/** Inngest's table (pkg/backoff): the pause after the first failure, the second, and so on. */
const BACKOFF_MS = [15, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600, 7_200].map((seconds) => seconds * 1_000);
const JITTER_MS = 30_000;
const SHORTEST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 86_400_000;

/**
 * When to try again after `attempt` (from 0) failed. `retryAfter` is what the SDK passes on of a RetryAfterError:
 * seconds, or an ISO date; it is held between one second and a day, as on Inngest.
 */
export function retryAt(attempt: number, now: number, retryAfter: unknown, random = Math.random): number {
  if (typeof retryAfter === "string") {
    const asked = /^\d+$/.test(retryAfter) ? now + Number(retryAfter) * 1_000 : Date.parse(retryAfter);
    if (!Number.isNaN(asked)) {
      return Math.min(Math.max(asked, now + SHORTEST_RETRY_MS), now + LONGEST_RETRY_MS);
    }
  }
  const pause = BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length - 1)] ?? 0;
  return now + pause + Math.floor(random() * JITTER_MS);
}
