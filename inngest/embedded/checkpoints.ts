/** What the SDK posts after each step it ran: the operation with its result. */
export interface SdkOp {
  id: string;
  op: string;
  name?: string;
  displayName?: string;
  opts?: Record<string, unknown>;
  data?: unknown;
  error?: unknown;
}

/** Records the steps; false when the dispatch has lost its lease or its run is over. */
export type RecordSteps = (steps: SdkOp[]) => Promise<boolean>;

const inFlight = new Map<string, RecordSteps>();

/** Opens the way for checkpoints of one execution, named by the `queueItemId` given to the SDK. */
export function openCheckpoints(queueItemId: string, record: RecordSteps): void {
  inFlight.set(queueItemId, record);
}

export function closeCheckpoints(queueItemId: string): void {
  inFlight.delete(queueItemId);
}

/** False as well when nobody in this process drives that execution any more. */
export async function recordCheckpoint(queueItemId: string, steps: SdkOp[]): Promise<boolean> {
  const record = inFlight.get(queueItemId);
  return record ? record(steps) : false;
}
