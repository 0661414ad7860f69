import type { Db } from "./model";

const ORDER_LOCK = 7_218_440_002;

/**
 * Recording results and routing events never overlap: whoever records takes the lock shared, whoever routes or
 * cancels takes it alone. So an event either finds a wait or is found by the wait when it looks back, and rows
 * are never locked in two orders.
 */
export async function lockForRecording(tx: Db): Promise<void> {
  await tx`select pg_advisory_xact_lock_shared(${ORDER_LOCK})`;
}

/** Waits for recordings that are under way; new ones wait until this transaction ends. */
export async function lockForRouting(tx: Db): Promise<void> {
  await tx`select pg_advisory_xact_lock(${ORDER_LOCK})`;
}
