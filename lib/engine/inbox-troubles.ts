import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { BREAKER } from "./error-policy";
import type { InboxRow } from "./inbox";
import { pauseInbox } from "./inbox-health";
import { restInbox } from "./pace-rest";
import type { Verdict } from "./verdict";
import { withoutAddresses } from "./without-addresses";

type Judged = { inbox: Pick<InboxRow, "id" | "troubles" | "probes">; verdict: Verdict; now: Date };

/**
 * What a batch of outcomes says of its inboxes: one that slows us down rests, one that has too much trouble in a row is
 * paused for a short time that grows, and one that has taken a message is well. Costs nothing while all is well.
 */
export async function judgeInboxes(tx: SqlTx, accountId: AccountId, judged: Judged[]): Promise<void> {
  const of = (all: Judged[], what: Verdict["policy"]["inbox"]) =>
    all.filter(({ verdict }) => verdict.policy.inbox === what);
  for (const all of byInbox(judged)) {
    const [well, slowed, troubled] = [of(all, "well"), of(all, "rest"), of(all, "trouble")];
    if (well.length > 0) await forgetTroubles(tx, well);
    // A throttle is no trouble by itself, but one that never ends is: it counts once however many were in flight.
    else await countTroubles(tx, accountId, troubled.length + Math.min(1, slowed.length), all);
  }
  // After all inboxes, because whoever looks for a place has changed inboxes before it comes to their places.
  for (const all of byInbox(judged)) {
    const slowed = of(all, "rest");
    if (slowed.length > 0) await rest(tx, accountId, slowed);
  }
}

function byInbox(judged: Judged[]): Judged[][] {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) groups.set(one.inbox.id, [...(groups.get(one.inbox.id) ?? []), one]);
  // In one order, so that two batches do not wait for each other.
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, all]) => all);
}

async function rest(tx: SqlTx, accountId: AccountId, slowed: Judged[]): Promise<void> {
  const until = new Date(Math.max(...slowed.map(({ verdict, now }) => (verdict.retryAt ?? now).getTime())));
  const inboxId = slowed[0]?.inbox.id;
  if (inboxId) await restInbox(tx, accountId, { inboxId, until });
}

async function forgetTroubles(tx: SqlTx, [first]: Judged[]): Promise<void> {
  if (!first || (first.inbox.troubles === 0 && first.inbox.probes === 0)) return;
  await tx`
    update inboxes set troubles = 0, probes = 0
    where id = ${first.inbox.id} and status = 'active' and (troubles > 0 or probes > 0)`;
}

async function countTroubles(tx: SqlTx, accountId: AccountId, count: number, all: Judged[]): Promise<void> {
  const last = all.findLast(
    ({ verdict }) => verdict.policy.inbox === "trouble" || verdict.policy.inbox === "rest",
  );
  if (count === 0 || !last) return;
  const { inbox, verdict, now } = last;
  const [row] = await tx<{ is_enough: boolean }[]>`
    update inboxes set troubles = troubles + ${count} where id = ${inbox.id} and status = 'active'
    returning troubles >= case when probes > 0 then ${BREAKER.afterPause}::int else ${BREAKER.troubles}::int end
      as is_enough`;
  if (!row?.is_enough) return;
  const detail = withoutAddresses([verdict.code, verdict.detail].filter(Boolean).join(": "));
  await pauseInbox(tx, accountId, {
    ...{ inboxId: inbox.id, code: "too_much_trouble", detail, probeAfterSeconds: BREAKER.pauseSeconds, now },
  });
}
