import type { Step, Wait } from "@/lib/core/model";

/**
 * Where a step stands on the time that runs from the enrollment, or from the record's date once a wait counts from it;
 * days before that date are negative. `toDay` is later than `fromDay` where business days may run into a weekend. `at`
 * is a time of day where a step has set one, else `minutes` have gone by within the day (before a date: are left).
 */
export type Moment = {
  anchor: "start" | "date";
  fromDay: number;
  toDay: number;
  at: string | null;
  minutes: number;
};

const DAY_MINUTES = 1_440;
const START: Moment = { anchor: "start", fromDay: 0, toDay: 0, at: null, minutes: 0 };

/** One moment per step. It is a picture of the waits alone: quiet hours, limits and holidays come on top. */
export function momentsOf(steps: readonly Pick<Step, "wait">[]): Moment[] {
  const moments: Moment[] = [];
  let last = START;
  for (const { wait } of steps) {
    last = wait.relative
      ? after({ ...START, anchor: "date" }, wait, wait.relative.side === "before" ? -1 : 1)
      : after(last, wait, 1);
    moments.push(last);
  }
  return moments;
}

function after(last: Moment, wait: Wait, sign: 1 | -1): Moment {
  switch (wait.unit) {
    case "minutes":
      return afterMinutes(last, sign * wait.amount);
    case "hours":
      return afterMinutes(last, sign * wait.amount * 60);
    case "days":
      return afterDays(last, wait, sign * wait.amount, sign * wait.amount);
    case "business_days": {
      const { amount } = wait;
      // Begun on a Sunday it meets one weekend less, begun on a Friday one more.
      const atLeast = amount === 0 ? 0 : amount + 2 * Math.floor((amount - 1) / 5);
      const atMost = amount === 0 ? 2 : amount + 2 * Math.ceil(amount / 5);
      return sign === 1 ? afterDays(last, wait, atLeast, atMost) : afterDays(last, wait, -atMost, -atLeast);
    }
  }
}

function afterMinutes(last: Moment, elapsed: number): Moment {
  const { anchor, fromDay, toDay, at, minutes } = last;
  const sum = (at === null ? minutes : minutesOf(at)) + elapsed;
  // "2 h before" reads better than "a day before, after 22 h".
  const counts = anchor === "date" && at === null && fromDay === toDay;
  if (counts) {
    const total = fromDay * DAY_MINUTES + sum;
    const day = noMinusZero(Math.trunc(total / DAY_MINUTES));
    return { ...last, fromDay: day, toDay: day, minutes: noMinusZero(total % DAY_MINUTES) };
  }
  const days = Math.floor(sum / DAY_MINUTES);
  const rest = sum - days * DAY_MINUTES;
  const there = { anchor, fromDay: fromDay + days, toDay: toDay + days };
  return at === null ? { ...there, at, minutes: rest } : { ...there, at: timeOf(rest), minutes: 0 };
}

function afterDays(last: Moment, wait: Wait, atLeast: number, atMost: number): Moment {
  const there = { fromDay: last.fromDay + atLeast, toDay: last.toDay + atMost };
  return wait.at ? { anchor: last.anchor, ...there, at: wait.at, minutes: 0 } : { ...last, ...there };
}

const noMinusZero = (value: number): number => (value === 0 ? 0 : value);

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
