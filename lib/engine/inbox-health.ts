import type { SqlTx } from "@/db/client";
import { emit } from "@/db/outbox";
import { inboxPausedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { raiseAlert, resolveAlert } from "./alerts";
import { startPacing } from "./queue";
import { storable } from "./storable";

/** No pause that ends by itself is longer, however often it was tried in vain. */
const MOST_PROBE_SECONDS = 24 * 3600;

type Pausing = {
  inboxId: string;
  /** The provider's code, and its words for a person. */
  code: string;
  detail: string;
  /** After how long the provider is asked whether it may go on; null: a person has to act. Doubles with each vain try. */
  probeAfterSeconds: number | null;
  now: Date;
};

/** How long a provider is left alone that has just said again that the inbox does not work. */
export const probeSeconds = (probes: number): number => Math.min(MOST_PROBE_SECONDS, 60 * 2 ** probes);

const pausedKey = (inboxId: string) => `inbox_paused:${inboxId}`;

/**
 * The engine pauses an inbox: nothing is sent by it, and its runs wait in its queue. What a person paused stays theirs;
 * a pause that would end by itself becomes one that needs a person where that is asked for. Answers whether it changed.
 */
export async function pauseInbox(
  tx: SqlTx,
  accountId: AccountId,
  { inboxId, code, detail, probeAfterSeconds, now }: Pausing,
): Promise<{ changed: boolean }> {
  const because = storable(detail ? `${code}: ${detail}` : code, 500);
  const [paused] = await tx<{ name: string; probe_at: Date | null; paused_at: Date }[]>`
    update inboxes set status = 'paused', paused_by = 'engine', paused_at = coalesce(paused_at, ${now}),
      paused_code = ${code}, paused_because = ${because}, troubles = 0,
      probe_at = ${now}::timestamptz + interval '1 second' * case when ${probeAfterSeconds !== null}
        then least(${MOST_PROBE_SECONDS}, ${probeAfterSeconds ?? 0}::int * 2 ^ least(probes, 20)) end
    where id = ${inboxId} and archived_at is null and (status = 'active'
      or (paused_by = 'engine' and probe_at is not null and ${probeAfterSeconds === null}))
    returning name, probe_at, paused_at`;
  if (!paused) return { changed: false };
  if (paused.probe_at) {
    const [pausedAt, probeAt] = [paused.paused_at.toISOString(), paused.probe_at.toISOString()];
    await emit(tx, [inboxPausedOf({ accountId, inboxId, pausedAt, probeAt, leg: 1 })]);
  }
  const data = {
    inbox: paused.name,
    code,
    detail: storable(detail, 300),
    probeAt: paused.probe_at?.toISOString() ?? null,
  };
  await raiseAlert(tx, accountId, {
    ...{ kind: "inbox_paused", dedupeKey: pausedKey(inboxId), inboxId, data, now },
  });
  return { changed: true };
}

/**
 * Sends by this inbox go on; why it was paused is forgotten and its queue begins to move. The engine lets go on only
 * what it paused itself, and carefully: see `limitsOf`. Answers whether it was paused.
 */
export async function resumeInbox(
  tx: SqlTx,
  accountId: AccountId,
  { inboxId, by, now }: { inboxId: string; by: "person" | "engine"; actorId?: string; now: Date },
): Promise<{ changed: boolean }> {
  const rows = await tx`
    update inboxes set status = 'active', paused_by = null, paused_at = null, paused_code = null,
      paused_because = null, probe_at = null, troubles = 0,
      probes = case when ${by === "person"} then 0 else probes + 1 end
    where id = ${inboxId} and status = 'paused' and (${by === "person"} or paused_by = 'engine')
    returning id`;
  if (rows.length === 0) return { changed: false };
  await resolveAlert(tx, accountId, { dedupeKey: pausedKey(inboxId), now });
  await startPacing(tx, accountId, inboxId, now);
  return { changed: true };
}
