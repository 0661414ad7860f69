import { type EffectiveZone, zoneData } from "./effective-zone";
import type { Because, Decision, Facts } from "./facts";
import type { Step } from "./model";
import { relativeMoment } from "./relative-wait";
import { dueAt } from "./wait";

/** When a step is due, or what becomes of one whose moment does not come. */
export type Due =
  | { kind: "due"; at: Date; data: Because["data"] }
  | Extract<Decision, { kind: "skip" | "fail" | "end" }>;

/**
 * A person's own moment first, then the record's date for a wait that counts from it, else the time since the run
 * arrived at the step. A date that moves moves the step, because it is asked anew each time.
 */
export function dueOf(step: Step, facts: Facts, effective: EffectiveZone): Due {
  const { enrollment, record, settings } = facts;
  const due = (at: Date, data: Because["data"] = {}): Due => ({
    kind: "due",
    at,
    data: { dueAt: at.toISOString(), ...zoneData(effective), ...data },
  });
  if (enrollment.dueAtOverride) return due(enrollment.dueAtOverride);
  const { relative, ...wait } = step.wait;
  const { zone } = effective;
  if (!relative) return due(dueAt(wait, enrollment.waitFromAt, zone, settings.holidays));

  const moment = relativeMoment({ ...wait, relative }, record?.date ?? null, zone, settings.holidays);
  if (!record || !moment) {
    const data = { target: facts.sequence.snapshot.target };
    return { kind: "fail", stepId: step.id, because: { code: "date_missing", data } };
  }
  const seen = { target: record.kind, side: relative.side };
  if (moment >= enrollment.waitFromAt) return due(moment, seen);
  const passed: Because = {
    code: "date_passed",
    data: { ...seen, moment: moment.toISOString(), ...zoneData(effective) },
  };
  switch (relative.ifPassed) {
    case "send":
      return due(enrollment.waitFromAt, { ...seen, moment: moment.toISOString() });
    case "skip":
      return { kind: "skip", stepId: step.id, because: passed };
    case "exit":
      return { kind: "end", reason: "date_passed", because: passed };
  }
}
