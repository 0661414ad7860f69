import { withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import { healthRequestedOf, inboxPausedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { driverOf } from "@/lib/channels/registry";
import { PROVIDERS } from "@/lib/core/model-inboxes";
import { eachAccount } from "./each-account";
import { tellUnclear } from "./unclear";

/** Long enough that a busy worker is not taken for a lost one. */
const LATE_MINUTES = 15;

/** Of every account: sends that have been unclear for too long are told, and probes that were lost begin again. */
export async function lookAfterSends(now: Date): Promise<number> {
  const { done } = await eachAccount({ probes: (accountId) => lookAfter(accountId, now) });
  return done.probes;
}

function lookAfter(accountId: AccountId, now: Date): Promise<number> {
  return withAccountSql(accountId, async (tx) => {
    await tellUnclear(tx, accountId, now);
    const late = await tx<{ id: string; paused_at: Date }[]>`
      select id, paused_at from inboxes
      where archived_at is null and status = 'paused' and paused_by = 'engine'
        and probe_at < ${new Date(now.getTime() - LATE_MINUTES * 60_000)}`;
    const probeAt = now.toISOString();
    const again = late.map(({ id: inboxId, paused_at }) =>
      inboxPausedOf({ accountId, inboxId, pausedAt: paused_at.toISOString(), probeAt, leg: now.getTime() }),
    );
    await emit(tx, again);
    return again.length;
  });
}

/** Has the health of every inbox read that can be asked, once on a day however often it is wanted. Answers how many. */
export async function requestAllHealth(now: Date): Promise<number> {
  const providers = PROVIDERS.filter((provider) => driverOf(provider).readHealth);
  const day = now.toISOString().slice(0, 10);
  const request = (accountId: AccountId) =>
    withAccountSql(accountId, async (tx) => {
      const rows = await tx<{ id: string }[]>`
        select id from inboxes where archived_at is null and provider = any(${providers}::provider[])`;
      await emit(
        tx,
        rows.map(({ id: inboxId }) => healthRequestedOf({ accountId, inboxId }, day)),
      );
      return rows.length;
    });
  return (await eachAccount({ request })).done.request;
}
