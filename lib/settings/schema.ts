import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import type { SendingHours } from "@/lib/core/model";
import { contactLimitsSchema, moduleSettingsSchema } from "@/lib/core/model-schemas";
import { hoursProblem } from "@/lib/core/sending-hours";
import { isKnownZone } from "@/lib/core/zone";
import { isCountry, isCurrency } from "./choices";

const timeZone = z.string().refine(isKnownZone, {
  error: ({ input }) => `zone_unknown?zone=${encodeURIComponent(String(input))}`,
});

const { shape } = moduleSettingsSchema;

export const generalSchema = accountInput.extend({
  timeZone,
  useContactZone: shape.useContactZone,
  locale: shape.locale,
  country: z.string().refine(isCountry, { error: "country_unknown" }),
  currency: z.string().refine(isCurrency, { error: "currency_unknown" }),
});

export const sendingHoursFormSchema = accountInput.extend({
  sendingHours: shape.sendingHours.superRefine((hours, context) => {
    const problem = hasOverlap(hours) ? "hours_invalid" : hoursProblem(hours);
    const key = problem === "hours_never_open" ? "no_open_day" : "quiet_hours_invalid";
    if (problem) context.addIssue({ code: "custom", message: key });
  }),
});

export const limitsFormSchema = accountInput.extend({ limits: contactLimitsSchema });

/** How runs meet the team and their goals, and when a deal is stalled. */
export const runRulesFormSchema = accountInput.extend({
  takeover: shape.takeover.unwrap(),
  attributionDays: shape.attributionDays.unwrap(),
  stalledDays: shape.stalledDays.unwrap(),
});

/** After how long a person is asked about a send whose outcome nobody knows. */
export const unclearFormSchema = accountInput.extend({ unknownAfterHours: shape.unknownAfterHours.unwrap() });

export const holidaysFormSchema = accountInput.extend({
  holidays: shape.holidays.superRefine((holidays, context) => {
    const days = new Set(holidays.map(({ date }) => date));
    if (days.size < holidays.length) context.addIssue({ code: "custom", message: "holiday_twice" });
  }),
});

/** Periods of one day in the order of their starts must each end before the next begins. */
function hasOverlap(hours: SendingHours): boolean {
  return hours.some((periods) => {
    const sorted = [...periods].sort((a, b) => a.from.localeCompare(b.from));
    return sorted.some((period, index) => {
      const next = sorted[index + 1];
      return next !== undefined && (period.to === "00:00" || period.to > next.from);
    });
  });
}
