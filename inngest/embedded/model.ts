import type { ISql } from "postgres";

/** A connection pool or an open transaction of postgres.js. */
export type Db = ISql;

/** Stored as the index in this list. A run that queues, runs, sleeps or waits is active. */
export const RUN_STATUSES = ["active", "completed", "failed", "cancelled"] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/**
 * Stored as the index in this list. `run`: replay the function and go on; `step`: run one step of a parallel
 * group; the others end by time (`sleep`), by an event or time (`wait`), by another run or time (`invoke`).
 */
export const WAKE_KINDS = ["run", "step", "sleep", "wait", "invoke"] as const;
export type WakeKind = (typeof WAKE_KINDS)[number];

export function statusCode(status: RunStatus): number {
  return RUN_STATUSES.indexOf(status);
}

export function kindCode(kind: WakeKind): number {
  return WAKE_KINDS.indexOf(kind);
}

/** An event as it is stored and given to functions. `ts` is in milliseconds since 1970. */
export interface StoredEvent {
  name: string;
  data: Record<string, unknown>;
  id: string;
  ts: number;
  [more: string]: unknown;
}

/** An error as the SDK serialises it. */
export interface StepFailure {
  name: string;
  message: string;
  stack?: string;
  [more: string]: unknown;
}

/** The recorded result of one step. `stepId` is the SDK's sha1 of the step's id, in hex. */
export interface Memo {
  stepId: string;
  name: string | null;
  failed: boolean;
  data: unknown;
}

/** Names one claim of one wake: a write by another generation is refused. */
export interface Fence {
  runId: string;
  /** Hex; empty for a wake of kind `run`. */
  stepId: string;
  gen: number;
}

/** A wake that was claimed, with everything needed to replay its run. */
export interface Dispatch extends Fence {
  /** In which its wake stands. */
  lane: number;
  kind: WakeKind;
  attempt: number;
  lost: number;
  name: string | null;
  fnId: number;
  event: StoredEvent;
  /** How many wakes of a parallel group are still open, this one included. */
  pending: number;
  parent: { runId: string; stepId: string } | null;
  memos: Memo[];
  /** The number of the last routed batch of events when this was claimed, or first claimed before a retry. */
  sinceNo: number;
}

/** Milliseconds since 1970. Injected so that tests own time. */
export type Clock = () => number;

export type Log = (
  level: "info" | "warn" | "error",
  message: string,
  fields?: Record<string, unknown>,
) => void;
