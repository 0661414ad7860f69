import { type ContactLimits, MAX_STEPS, type SequenceDraft } from "../model";
import type { ProblemPart, PublishContext, WarningPart } from "../publish-check";
import { hoursProblem, neverOpens } from "../sending-hours";

/** Shorter sequences usually work better, and people stop reading. */
const MANY_STEPS = 4;
const LIMITS = ["perDay", "perWeek", "gapMinutes"] as const;

/** What is wrong with the sequence as a whole. */
export function sequenceProblems(draft: SequenceDraft, context: PublishContext): ProblemPart[] {
  const { steps } = draft;
  const problems: ProblemPart[] = [];
  if (steps.length === 0) problems.push({ field: "steps", code: "no_steps", data: {} });
  if (steps.length > MAX_STEPS) problems.push({ field: "steps", code: "too_many_steps", data: {} });
  return [...problems, ...hoursProblems(draft, context), ...endProblems(draft, context)];
}

function hoursProblems({ sendingHours }: SequenceDraft, { settings }: PublishContext): ProblemPart[] {
  const wrong = sendingHours && hoursProblem(sendingHours);
  if (wrong) return [{ field: "sendingHours", code: wrong, data: {} }];
  if (!settings || !neverOpens(settings.sendingHours, sendingHours)) return [];
  return [{ field: "sendingHours", code: "hours_never_together", data: {} }];
}

function endProblems({ endsOn }: SequenceDraft, { today }: PublishContext): ProblemPart[] {
  const isPast = endsOn !== null && today !== undefined && ISO_DATE.test(endsOn) && endsOn < today;
  return isPast ? [{ field: "endsOn", code: "ends_on_past", data: { endsOn } }] : [];
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The risks of the sequence as a whole. */
export function sequenceWarnings(draft: SequenceDraft, { settings }: PublishContext): WarningPart[] {
  const { steps, exitRules, limits, holdoutPercent, goal, defaultAssigneeId } = draft;
  const warnings: WarningPart[] = [];
  if (exitRules.onReply === "off") warnings.push({ field: "exitRules", code: "no_exit_on_reply", data: {} });
  const isHandedOver = exitRules.onReply !== "off" && exitRules.replyDoes === "pause";
  if (isHandedOver && defaultAssigneeId === null) {
    warnings.push({ field: "exitRules", code: "nobody_for_replies", data: {} });
  }
  if (steps.length > MANY_STEPS) {
    warnings.push({ field: "steps", code: "many_steps", data: { steps: steps.length } });
  }
  if (holdoutPercent > 0 && goal === null) {
    warnings.push({
      field: "holdoutPercent",
      code: "holdout_without_goal",
      data: { percent: holdoutPercent },
    });
  }
  return settings ? [...warnings, ...widerLimits(limits, settings.limits)] : warnings;
}

/** A limit that the account's own makes idle. The longer gap is the tighter one. */
function widerLimits(own: ContactLimits, ofAccount: ContactLimits): WarningPart[] {
  return LIMITS.flatMap((limit): WarningPart[] => {
    const [ours, theirs] = [own[limit], ofAccount[limit]];
    if (ours === null || theirs === null) return [];
    const isWider = limit === "gapMinutes" ? ours < theirs : ours > theirs;
    return isWider ? [{ field: "limits", code: "limit_wider", data: { limit, ours, theirs } }] : [];
  });
}
