import { type SqlTx, withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import { type InboxPausedRef, inboxPausedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { driverOf } from "@/lib/channels/registry";
import { log } from "@/lib/log";
import { driverInbox, type InboxRow } from "./inbox";
import { probeSeconds, resumeInbox } from "./inbox-health";
import { storeHealth } from "./receive-health";

type Paused = Omit<InboxPausedRef, "accountId"> & { accountId: AccountId };
type Probed = { kind: "over" } | { kind: "again"; at: string };

/**
 * Asks the provider whether an inbox that the engine paused works again, once its moment has come, and lets it go on
 * where it does. `over` once it goes on, a person has to act, or it was paused anew since.
 */
export async function probeInbox(paused: Paused, now = new Date()): Promise<Probed> {
  const { accountId, inboxId } = paused;
  const row = await withAccountSql(accountId, (tx) => findPaused(tx, paused));
  if (!row?.probe_at) return { kind: "over" };
  if (row.probe_at > now) return { kind: "again", at: row.probe_at.toISOString() };
  const isWell = await asksWell(row);
  if (isWell) await readHealth(accountId, { inboxId, now });
  return withAccountSql(accountId, async (tx) => {
    // Somebody may have acted while the provider was asked.
    const still = await findPaused(tx, paused, tx`for update`);
    if (!still?.probe_at) return { kind: "over" };
    if (isWell) {
      await resumeInbox(tx, accountId, { inboxId, by: "engine", now });
      return { kind: "over" };
    }
    const at = new Date(now.getTime() + probeSeconds(still.probes + 1) * 1000);
    await tx`update inboxes set probes = probes + 1, probe_at = ${at} where id = ${inboxId}`;
    return { kind: "again", at: at.toISOString() };
  });
}

/** A long pause goes on being asked after in a fresh durable run. */
export const continueProbing = ({ leg, ...paused }: Paused, at: string): Promise<void> =>
  withAccountSql(paused.accountId, (tx) =>
    emit(tx, [inboxPausedOf({ ...paused, probeAt: at, leg: leg + 1 })]),
  );

/** Reads what the provider says of the sender now, where it can be asked. */
export async function readHealth(
  accountId: AccountId,
  { inboxId, now }: { inboxId: string; now: Date },
): Promise<"read" | "nothing"> {
  const [row] = await withAccountSql(
    accountId,
    (tx) => tx<InboxRow[]>`select * from inboxes where id = ${inboxId} and archived_at is null`,
  );
  const driver = row && driverOf(row.provider);
  if (!row || !driver?.readHealth) return "nothing";
  try {
    const health = await driver.readHealth(driverInbox(row));
    if (!health) return "nothing";
    await withAccountSql(accountId, (tx) => storeHealth(tx, accountId, { inboxId, health, at: now, now }));
    return "read";
  } catch (error) {
    log.warn({ inboxId, err: error }, "health of the inbox could not be read");
    return "nothing";
  }
}

/** What cannot be asked is tried. */
async function asksWell(row: InboxRow): Promise<boolean> {
  try {
    const check = await driverOf(row.provider).checkConnection?.(driverInbox(row));
    return check?.ok ?? true;
  } catch (error) {
    log.warn({ inboxId: row.id, err: error }, "probe of the inbox failed");
    return false;
  }
}

type PausedRow = InboxRow & { probe_at: Date | null };

async function findPaused(
  tx: SqlTx,
  { inboxId, pausedAt }: Paused,
  lock?: ReturnType<SqlTx>,
): Promise<PausedRow | undefined> {
  const [row] = await tx<PausedRow[]>`
    select * from inboxes
    where id = ${inboxId} and archived_at is null and status = 'paused' and paused_by = 'engine'
      and paused_at = ${new Date(pausedAt)} ${lock ?? tx``}`;
  return row;
}
