import type { Wait, WaitUnit } from "./model";

/** What 365 days are in each unit; a year has about 260 business days. */
export const MAX_WAIT: Record<WaitUnit, number> = {
  minutes: 525_600,
  hours: 8_760,
  days: 365,
  business_days: 260,
};

/** Nominal length for display: how far a chain of waits reaches. A business week counts as seven days. */
export function nominalMinutes(wait: Wait): number {
  switch (wait.unit) {
    case "minutes":
      return wait.amount;
    case "hours":
      return wait.amount * 60;
    case "days":
      return wait.amount * 1_440;
    case "business_days":
      return Math.round(wait.amount * 1_440 * 1.4);
  }
}
