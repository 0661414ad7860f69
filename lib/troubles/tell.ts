import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { AlertKind } from "@/lib/core/model-inboxes";
import { type Alert, raiseAlert, resolveAlert } from "@/lib/engine/alerts";
import { eachAccount } from "@/lib/engine/each-account";
import { findDeliveries } from "./find-deliveries";
import { findInboxes } from "./find-inboxes";
import { findRuns } from "./find-runs";
import { minutesBefore } from "./found";
import type { Trouble } from "./schema";

/** What the sweep has not mended after a few rounds needs a person. */
const STUCK_MINUTES = 20;

/** Of every account: what is stuck for good is told, and what is no more is over. Answers how many were new. */
export async function tellTroubles(now: Date): Promise<number> {
  return (await eachAccount({ told: (accountId) => tellIn(accountId, now) })).done.told;
}

/** Each rings once while it lasts. Inboxes that are paused, blocked steps and unclear sends have told of themselves. */
export const tellIn = (accountId: AccountId, now: Date): Promise<number> =>
  withAccountSql(accountId, async (tx) => {
    const looking = { accountId, now: minutesBefore(now, STUCK_MINUTES) };
    const [runs, deliveries, inboxes] = await Promise.all([
      findRuns(tx, looking),
      findDeliveries(tx, { accountId, now }),
      findInboxes(tx, { accountId, now }),
    ]);
    const stuck = sum(runs);
    const givenUp = deliveries.find((one) => one?.kind === "deliveries_failing")?.repairable ?? 0;
    const silent = inboxes.find((one) => one?.kind === "inboxes_silent")?.named ?? [];
    const told = [
      await keep(tx, accountId, { kind: "runs_stuck", count: stuck, now }),
      await keep(tx, accountId, { kind: "deliveries_failed", count: givenUp, now }),
      ...(await keepSilent(tx, accountId, { silent, now })),
    ];
    return told.filter(Boolean).length;
  });

const sum = (troubles: (Trouble | null)[]) => troubles.reduce((all, one) => all + (one?.count ?? 0), 0);

type Keeping = { kind: Extract<AlertKind, "runs_stuck" | "deliveries_failed">; count: number; now: Date };

/** Answers whether it is new. */
async function keep(tx: SqlTx, accountId: string, { kind, count, now }: Keeping): Promise<boolean> {
  if (count > 0) return ring(tx, accountId, { kind, dedupeKey: kind, data: { count }, now });
  await resolveAlert(tx, accountId, { dedupeKey: kind, now });
  return false;
}

async function keepSilent(
  tx: SqlTx,
  accountId: string,
  { silent, now }: { silent: Trouble["named"]; now: Date },
): Promise<boolean[]> {
  const told: boolean[] = [];
  for (const { id: inboxId, name } of silent) {
    const alert = { kind: "inbox_silent" as const, dedupeKey: `inbox_silent:${inboxId}`, inboxId };
    told.push(await ring(tx, accountId, { ...alert, data: { inbox: name }, now }));
  }
  await tx`
    update alerts set resolved_at = ${now}
    where account_id = ${accountId} and kind = 'inbox_silent' and resolved_at is null
      and inbox_id <> all(${silent.map(({ id }) => id)}::uuid[])`;
  return told;
}

/** One that is open already says the newest and is not counted as raised again. */
async function ring(tx: SqlTx, accountId: string, alert: Alert): Promise<boolean> {
  const [known] = await tx`
    update alerts set data = ${JSON.stringify(alert.data)}::text::jsonb
    where account_id = ${accountId} and dedupe_key = ${alert.dedupeKey} and resolved_at is null returning id`;
  return !known && (await raiseAlert(tx, accountId, alert)).isNew;
}
