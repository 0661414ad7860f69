import type { AccountId } from "@/lib/accounts/account-id";
import { DAY_MS } from "@/lib/core/zone";
import { AppError } from "@/lib/errors";
import { type Acted, actOnRuns, type Who } from "./act-on-runs";

/** Nobody is made to wait for longer by hand: later than that is a slip of the pen. */
const MAX_AHEAD_DAYS = 365;

export const stopEnrollments = (accountId: AccountId, who: Who): Promise<Acted> =>
  actOnRuns(accountId, who, { kind: "stop" });

/**
 * Nothing is sent until the run is resumed, or until the given moment. Throws AppError `invalid` for a moment that is
 * past, or more than a year away.
 */
export const pauseEnrollments = async (
  accountId: AccountId,
  { until, ...who }: Who & { until?: Date | undefined },
): Promise<Acted> => {
  if (until) expectAhead(until, who.now, "until");
  return actOnRuns(accountId, who, { kind: "pause", until: until ?? null });
};

export const resumeEnrollments = (accountId: AccountId, who: Who): Promise<Acted> =>
  actOnRuns(accountId, who, { kind: "resume" });

/**
 * The run goes on with this step, forward or back, after the step's own wait. Steps that went out before go out again.
 * Runs whose version has no such step are left alone.
 */
export const moveEnrollments = (
  accountId: AccountId,
  { stepId, ...who }: Who & { stepId: string },
): Promise<Acted> => actOnRuns(accountId, who, { kind: "move", stepId });

/** The next step falls due now instead of after its wait; quiet hours and all other rules still hold. */
export const sendNow = (accountId: AccountId, who: Who): Promise<Acted> =>
  actOnRuns(accountId, who, { kind: "send_now" });

/** The next step falls due at this moment. Throws AppError `invalid` as pausing does. */
export const rescheduleEnrollments = async (
  accountId: AccountId,
  { at, ...who }: Who & { at: Date },
): Promise<Acted> => {
  expectAhead(at, who.now, "at");
  return actOnRuns(accountId, who, { kind: "reschedule", at });
};

/** Throws AppError `invalid` for a moment that is past, or too far ahead. */
export function expectAhead(at: Date, now: Date, field: string): void {
  const message =
    at <= now
      ? "moment_past"
      : at.getTime() > now.getTime() + MAX_AHEAD_DAYS * DAY_MS
        ? "moment_too_far"
        : null;
  if (message) throw new AppError("invalid", message, { fields: { [field]: message } });
}
