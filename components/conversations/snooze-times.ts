export const SNOOZES = ["later", "tomorrow", "nextWeek"] as const;
export type Snooze = (typeof SNOOZES)[number];

const LATER_HOURS = 3;
const MORNING = 9;

/** When a thread that is put off comes back, on the person's own clock: in some hours, or on a morning. */
export function snoozeTime(snooze: Snooze, now: Date): Date {
  switch (snooze) {
    case "later":
      return new Date(now.getTime() + LATER_HOURS * 3_600_000);
    case "tomorrow":
      return morning(now, 1);
    case "nextWeek":
      // Sunday is 0: the Monday that comes, never today.
      return morning(now, (8 - now.getDay()) % 7 || 7);
  }
}

/** By the calendar, so that a change of the clocks does not move the hour. */
const morning = (now: Date, days: number): Date =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
