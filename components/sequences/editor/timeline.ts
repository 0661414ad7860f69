import type { Step, Wait } from "@/lib/core/model";

/**
 * Where a step stands on the time that runs from the enrollment. `toDay` is later than `fromDay` where business days
 * may run into a weekend. `at` is a time of day where a step has set one, else `minutes` have gone by within the day.
 */
export type Moment = { fromDay: number; toDay: number; at: string | null; minutes: number };

const DAY_MINUTES = 1_440;

/** One moment per step. It is a picture of the waits alone: quiet hours, limits and holidays come on top. */
export function momentsOf(steps: readonly Pick<Step, "wait">[]): Moment[] {
  const moments: Moment[] = [];
  let last: Moment = { fromDay: 0, toDay: 0, at: null, minutes: 0 };
  for (const { wait } of steps) {
    last = after(last, wait);
    moments.push(last);
  }
  return moments;
}

function after(last: Moment, wait: Wait): Moment {
  switch (wait.unit) {
    case "minutes":
      return afterMinutes(last, wait.amount);
    case "hours":
      return afterMinutes(last, wait.amount * 60);
    case "days":
      return afterDays(last, wait, wait.amount, wait.amount);
    case "business_days": {
      const { amount } = wait;
      // Begun on a Sunday it meets one weekend less, begun on a Friday one more.
      const atLeast = amount === 0 ? 0 : amount + 2 * Math.floor((amount - 1) / 5);
      const atMost = amount === 0 ? 2 : amount + 2 * Math.ceil(amount / 5);
      return afterDays(last, wait, atLeast, atMost);
    }
  }
}

function afterMinutes({ fromDay, toDay, at, minutes }: Moment, elapsed: number): Moment {
  const sum = (at === null ? minutes : minutesOf(at)) + elapsed;
  const days = Math.floor(sum / DAY_MINUTES);
  const rest = sum % DAY_MINUTES;
  const there = { fromDay: fromDay + days, toDay: toDay + days };
  return at === null ? { ...there, at, minutes: rest } : { ...there, at: timeOf(rest), minutes: 0 };
}

function afterDays(last: Moment, wait: Wait, atLeast: number, atMost: number): Moment {
  const there = { fromDay: last.fromDay + atLeast, toDay: last.toDay + atMost };
  return wait.at ? { ...there, at: wait.at, minutes: 0 } : { ...last, ...there };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
