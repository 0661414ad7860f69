import type { Trigger } from "./model-rules";
import { idleOf, offsetOf } from "./trigger";
import { DAY_MS, isoDateOf, MINUTE_MS, startOfDay, toInstantMs, toLocalMs } from "./zone";

/** From the first moment on, up to the second one without it. */
export type Span = { from: Date; to: Date };

/**
 * What a trigger of the clock asks for: the last messages, beginnings or days whose line falls into a span. Both ends
 * are ISO, of an instant or of a day; the second one is left out. Null for a trigger that is not of the clock.
 *
 * A line that counts days is the beginning of a day in the account's zone. "3 days overdue" begins three days after the
 * due date; hours count from the end of that date, when the charge became overdue.
 */
export function crossing(trigger: Trigger, span: Span, zone: string): { from: string; to: string } | null {
  const line = lineOf(trigger, zone);
  return line && { from: line(span.from.getTime()), to: line(span.to.getTime()) };
}

const HOUR_MS = 60 * MINUTE_MS;

/** The first date whose line is not before the moment. */
function lineOf(trigger: Trigger, zone: string): ((moment: number) => string) | null {
  if (trigger.event === "conversation.idle") {
    const { minutes } = idleOf(trigger);
    return (moment) => new Date(moment - minutes * MINUTE_MS).toISOString();
  }
  const offset = offsetOf(trigger);
  if (!offset) return null;
  const hours = offset.unit === "hours" ? offset.amount * HOUR_MS : null;
  const days = offset.amount * DAY_MS;
  const dayFrom = (moment: number) => firstDayFrom(moment, zone);
  switch (trigger.event) {
    case "appointment.upcoming":
      return (moment) => {
        const begins = hours === null ? toInstantMs(dayFrom(moment) + days, zone) : moment + hours;
        return new Date(begins).toISOString();
      };
    case "charge.due_soon":
      return (moment) => isoDateOf(hours === null ? dayFrom(moment) + days : dayFrom(moment + hours));
    default:
      return (moment) =>
        isoDateOf(hours === null ? dayFrom(moment) - days : dayFrom(moment - hours) - DAY_MS);
  }
}

/** Local milliseconds of the first day that does not begin before the moment. */
function firstDayFrom(moment: number, zone: string): number {
  const day = startOfDay(toLocalMs(moment, zone));
  return toInstantMs(day, zone) >= moment ? day : day + DAY_MS;
}
