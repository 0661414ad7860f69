import type { SdkOp } from "./checkpoints";
import { retryAt } from "./duration";
import type { Dispatch, Memo, StepFailure, StoredEvent, WakeKind } from "./model";
import { labelOf, type NewWake, planWake } from "./plan-wake";

/** What becomes of a wake once the SDK has answered. */
export type Outcome =
  | { kind: "next"; wakes: NewWake[] }
  | { kind: "again" }
  | { kind: "settled" }
  | { kind: "retry"; dueAt: number }
  | { kind: "ended"; status: "completed"; output: unknown }
  | { kind: "ended"; status: "failed"; error: StepFailure };

/** The SDK's execution result (4.24), as far as this engine reads it. */
export type SdkResult =
  | { type: "function-resolved"; data: unknown }
  | { type: "function-rejected"; error: unknown; retriable: boolean | string }
  | { type: "step-ran"; step: SdkOp; retriable?: boolean | string }
  | { type: "steps-found"; steps: SdkOp[] }
  | { type: "step-not-found"; step: SdkOp }
  | { type: "change-mode" };

interface Situation {
  kind: WakeKind;
  attempt: number;
  maxAttempts: number;
  event: StoredEvent;
  now: number;
}

/** These steps run their body in this process but talk to endpoints that only Inngest has. */
const UNSUPPORTED_BODIES = new Set(["step.realtime.publish", "step.sendSignal"]);

/** Turns the SDK's answer into memos to record and the next state of the wake. Pure. */
export function outcomeOf(result: SdkResult, situation: Situation): { memos: Memo[]; outcome: Outcome } {
  switch (result.type) {
    case "function-resolved":
      return { memos: [], outcome: { kind: "ended", status: "completed", output: result.data ?? null } };
    case "function-rejected":
      return { memos: [], outcome: retryOrFail(result.error, result.retriable, situation) };
    case "step-ran":
      return fromOps([result.step], result.retriable, situation);
    case "steps-found":
      return fromOps(result.steps, undefined, situation);
    case "step-not-found": {
      const error = new Error(`The step "${result.step.id}" was planned but the function no longer has it.`);
      return { memos: [], outcome: retryOrFail(error, true, situation) };
    }
    case "change-mode":
      return { memos: [], outcome: failed("The SDK asked to change its mode, which only Inngest can do.") };
  }
}

function fromOps(
  ops: SdkOp[],
  retriable: boolean | string | undefined,
  situation: Situation,
): { memos: Memo[]; outcome: Outcome } {
  const memos: Memo[] = [];
  const wakes: NewWake[] = [];
  for (const op of ops) {
    switch (op.op) {
      case "StepRun":
        memos.push(memoOf(op, false, op.data ?? null));
        break;
      case "StepFailed":
        if (isUnsupportedBody(op)) return { memos, outcome: refusedStep(op) };
        memos.push(memoOf(op, true, failureOf(op.error ?? op.data)));
        break;
      case "StepError":
        if (isUnsupportedBody(op)) return { memos, outcome: refusedStep(op) };
        return { memos, outcome: retryOrFail(op.error, retriable ?? true, situation) };
      case "RunComplete":
        return { memos, outcome: { kind: "ended", status: "completed", output: op.data ?? null } };
      default: {
        const planned = planWake(op, situation.event, situation.now);
        if ("refused" in planned) return { memos, outcome: failed(planned.refused) };
        wakes.push(planned);
      }
    }
  }
  if (wakes.length > 0) return { memos, outcome: { kind: "next", wakes } };
  return { memos, outcome: { kind: situation.kind === "step" ? "settled" : "again" } };
}

function retryOrFail(error: unknown, retriable: boolean | string, situation: Situation): Outcome {
  if (retriable === false || situation.attempt + 1 >= situation.maxAttempts) {
    return { kind: "ended", status: "failed", error: failureOf(error) };
  }
  return { kind: "retry", dueAt: retryAt(situation.attempt, situation.now, retriable) };
}

export function memoOf(op: SdkOp, failed: boolean, data: unknown): Memo {
  return { stepId: op.id, name: labelOf(op), failed, data };
}

function failureOf(error: unknown): StepFailure {
  if (error instanceof Error) return { name: error.name, message: error.message, stack: error.stack };
  if (typeof error !== "object" || error === null) return { name: "Error", message: String(error) };
  const { name, message, ...more } = error as Record<string, unknown>;
  return { ...more, name: String(name ?? "Error"), message: String(message ?? "Unknown error") };
}

function failed(message: string): Outcome {
  return { kind: "ended", status: "failed", error: { name: "UnsupportedFeature", message } };
}

function isUnsupportedBody(op: SdkOp): boolean {
  return UNSUPPORTED_BODIES.has(String(op.opts?.type));
}

function refusedStep(op: SdkOp): Outcome {
  return failed(
    `The step "${op.displayName ?? op.id}" uses ${String(op.opts?.type)}, which the embedded executor does not support.`,
  );
}

/** When what follows is due, or null for what follows at once or not at all. Milliseconds since 1970. */
export function dueAfter(outcome: Outcome): number | null {
  if (outcome.kind === "next") return Math.min(...outcome.wakes.map((wake) => wake.dueAt));
  return outcome.kind === "retry" ? outcome.dueAt : null;
}

/** Whether recording this makes other runs due: one that is invoked, or one that waits for this to end. */
export function wakesOthers({ parent }: Pick<Dispatch, "parent">, outcome: Outcome): boolean {
  if (outcome.kind === "next") return outcome.wakes.some((wake) => wake.invoke);
  return outcome.kind === "ended" && parent !== null;
}
