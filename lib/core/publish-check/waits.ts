import { RECORD_KINDS, type SequenceDraft } from "../model";
import { tighter } from "../pace";
import type { ProblemPart, PublishContext, WarningPart } from "../publish-check";
import { MAX_WAIT, nominalMinutes } from "../wait-length";

/** What cannot be waited for. Only the first step, and one that counts from a date, may wait for nothing. */
export function waitProblems({ steps, target }: SequenceDraft, stepIndex: number): ProblemPart[] {
  const wait = steps[stepIndex]?.wait;
  if (!wait) return [];
  const problems: ProblemPart[] = [];
  const most = MAX_WAIT[wait.unit];
  if (wait.amount === 0 && stepIndex > 0 && !wait.relative) {
    problems.push({ field: "wait", code: "wait_zero", data: {} });
  }
  if (wait.amount > most)
    problems.push({ field: "wait", code: "wait_too_long", data: { most, unit: wait.unit } });
  if (wait.at !== undefined && (wait.unit === "minutes" || wait.unit === "hours")) {
    problems.push({ field: "wait", code: "time_needs_days", data: {} });
  }
  if (wait.relative && !RECORD_KINDS.some((kind) => kind === target)) {
    problems.push({ field: "wait", code: "relative_without_date", data: { target } });
  }
  return problems;
}

const DAY_MINUTES = 1_440;

/** Where the limits of a contact will hold this step back although nothing else does. */
export function waitWarnings(
  { steps, limits }: SequenceDraft,
  stepIndex: number,
  { settings }: PublishContext,
): WarningPart[] {
  const { perDay, perWeek, gapMinutes } = settings ? tighter(settings.limits, limits) : limits;
  // Minutes from each earlier step to this one, the nearest first; a wait for a date may be of any length.
  const since: number[] = [];
  let minutes = 0;
  for (let index = stepIndex; index > 0; index--) {
    const wait = steps[index]?.wait;
    if (!wait || wait.relative) break;
    minutes += nominalMinutes(wait);
    since.push(minutes);
  }
  const warn = (span: string, limit: number): WarningPart[] => [
    { field: "wait", code: "wait_under_limit", data: { span, limit } },
  ];
  const isWithin = (limit: number | null, length: number): limit is number => {
    const oldest = limit === null || limit < 1 ? undefined : since[limit - 1];
    return oldest !== undefined && oldest < length;
  };
  if (gapMinutes !== null && since[0] !== undefined && since[0] < gapMinutes) return warn("gap", gapMinutes);
  if (isWithin(perDay, DAY_MINUTES)) return warn("day", perDay);
  if (isWithin(perWeek, 7 * DAY_MINUTES)) return warn("week", perWeek);
  return [];
}
