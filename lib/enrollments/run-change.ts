import type { EnrollmentStatus } from "@/lib/core/model";
import type { Standing } from "./standing";

/** What a person, or a rule, does to a run. */
export type RunAct =
  | { kind: "pause"; until: Date | null }
  | { kind: "resume" }
  | { kind: "stop" }
  | { kind: "move"; stepId: string }
  | { kind: "send_now" }
  | { kind: "reschedule"; at: Date };

export type ActedRun = {
  status: EnrollmentStatus;
  /** The step that comes next; null when none is left. */
  step_id: string | null;
  step_epoch: number;
  /** The steps of the run's version, in order. */
  stepIds: string[];
};

/**
 * What an act changes in a run; null where it does not apply: the run is over, already so, or has no such step. Pure:
 * the look ahead and the act itself both ask it.
 */
export function changeOf(act: RunAct, run: ActedRun, now: Date): Partial<Standing> | null {
  if (run.status === "ended") return null;
  const at = now.toISOString();
  const isActive = run.status === "active";
  switch (act.kind) {
    case "pause": {
      if (!isActive) return null;
      const until = act.until?.toISOString() ?? null;
      return { status: "paused", paused_until: until, next_action_at: until, next_because: "run_paused" };
    }
    case "resume":
      if (isActive) return null;
      // Who lets a run go on has read what the contact said before.
      return {
        status: "active",
        paused_until: null,
        replies_from: at,
        ...{ next_action_at: at, next_because: "resumed" },
      };
    case "stop":
      return { status: "ended", end_reason: "stopped" };
    case "move":
      if (!run.stepIds.includes(act.stepId)) return null;
      return {
        step_id: act.stepId,
        // A new round of the steps, so that those that went out before may go out again.
        step_epoch: run.step_epoch + 1,
        wait_from_at: at,
        due_at_override: null,
        replies_from: at,
        ...(isActive && { next_action_at: at, next_because: "due" }),
      };
    case "send_now":
      if (!isActive || run.step_id === null) return null;
      return { due_at_override: at, next_action_at: at, next_because: "due" };
    case "reschedule": {
      if (run.step_id === null) return null;
      const due = act.at.toISOString();
      return { due_at_override: due, ...(isActive && { next_action_at: due, next_because: "not_due" }) };
    }
  }
}
