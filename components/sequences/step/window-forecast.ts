import type { Step } from "@/lib/core/model";
import { nominalMinutes } from "@/lib/core/wait-length";
import type { WindowState } from "@/lib/core/window";

/**
 * Whether free text will probably be allowed when the step falls due, for a contact who is enrolled now and stays
 * silent. The waits alone are looked at; what the engine will find is in the preview of the whole run. Null where a
 * wait counts from a record's date, which says nothing about the time since the contact wrote.
 */
export function windowForecast(
  steps: readonly Pick<Step, "wait">[],
  index: number,
  closesAt: Date | null,
  now: Date,
): Exclude<WindowState, "none"> | null {
  if (closesAt === null || closesAt <= now) return "closed";
  const before = steps.slice(0, index + 1);
  if (before.some(({ wait }) => wait.relative)) return null;
  const minutes = before.reduce((sum, { wait }) => sum + nominalMinutes(wait), 0);
  return now.getTime() + minutes * 60_000 < closesAt.getTime() ? "open" : "closed";
}
