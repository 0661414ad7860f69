import type { SdkOp } from "./checkpoints";
import { instantOf, LONGEST_WAIT_MS } from "./duration";
import { matchPaths, parseMatch, waitKey, wantedValues } from "./match";
import type { StoredEvent, WakeKind } from "./model";

/** Something a run will wait for. Instants are milliseconds since 1970. */
export interface NewWake {
  kind: Exclude<WakeKind, "run">;
  stepId: string;
  name: string | null;
  dueAt: number;
  /** For `wait`: the event, and the key it is found by (null: nothing can match, only time ends it). */
  wait?: { eventName: string; paths: string; key: string | null };
  /** For `invoke`: the function and the data of its event. */
  invoke?: { slug: string; payload: Record<string, unknown> };
}

const YEAR_MS = 365 * 86_400_000;

/** Turns a planned operation of the SDK into a wake, or says in a sentence why it cannot be done here. */
export function planWake(op: SdkOp, trigger: StoredEvent, now: number): NewWake | { refused: string } {
  const label = labelOf(op);
  const base = { stepId: op.id, name: label };
  if (op.opts?.parallelMode === "race") {
    return {
      refused: `The step "${label}" is part of a race, which the embedded executor does not support.`,
    };
  }
  switch (op.op) {
    case "StepPlanned":
      return { ...base, kind: "step", dueAt: now };
    case "Sleep":
      return timed(label, op.name ?? "", now, (dueAt) => ({ ...base, kind: "sleep", dueAt }));
    case "WaitForEvent":
      return planWait(op, label, trigger, now);
    case "InvokeFunction": {
      const { function_id: slug, payload, timeout } = (op.opts ?? {}) as Record<string, unknown>;
      return timed(
        label,
        typeof timeout === "string" ? timeout : new Date(now + YEAR_MS).toISOString(),
        now,
        (dueAt) => ({
          ...base,
          kind: "invoke",
          dueAt,
          invoke: { slug: String(slug), payload: (payload ?? {}) as Record<string, unknown> },
        }),
      );
    }
    default:
      return { refused: `The step "${label}" uses ${op.op}, which the embedded executor does not support.` };
  }
}

/** What people call a step, without what a Postgres text cannot hold. */
export function labelOf(op: SdkOp): string {
  return (op.displayName ?? op.name ?? op.id).toWellFormed().replaceAll("\0", "");
}

function planWait(
  op: SdkOp,
  label: string,
  trigger: StoredEvent,
  now: number,
): NewWake | { refused: string } {
  const eventName = op.name ?? "";
  const condition = typeof op.opts?.if === "string" ? op.opts.if : undefined;
  const match = parseMatch(condition);
  if (!match) {
    return {
      refused: `The step "${label}" waits with the condition "${condition}"; the embedded executor only supports plain equality.`,
    };
  }
  const paths = matchPaths(match);
  const values = wantedValues(match, trigger);
  const key = values && waitKey(eventName, paths, values);
  return timed(label, String(op.opts?.timeout ?? ""), now, (dueAt) => ({
    stepId: op.id,
    name: label,
    kind: "wait",
    dueAt,
    wait: { eventName, paths, key },
  }));
}

function timed(
  label: string,
  time: string,
  now: number,
  build: (dueAt: number) => NewWake,
): NewWake | { refused: string } {
  const dueAt = instantOf(time, now);
  if (dueAt === null) return { refused: `The step "${label}" waits until "${time}", which is not a time.` };
  if (dueAt - now > LONGEST_WAIT_MS) {
    return {
      refused: `The step "${label}" waits longer than 366 days, which neither Inngest nor this engine allows.`,
    };
  }
  return build(dueAt);
}
