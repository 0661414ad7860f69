import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { findDeliveries } from "./find-deliveries";
import { findDrafts } from "./find-drafts";
import { findInboxes } from "./find-inboxes";
import { findRuns } from "./find-runs";
import { findSends } from "./find-sends";
import { findSteps } from "./find-steps";
import { findTriggers } from "./find-triggers";
import { type PastRepair, TROUBLE_KINDS, type Trouble } from "./schema";

/** How many past repairs are told. */
const MOST_REPAIRS = 20;

/** Everything that is stuck in the account, the gravest first. */
export const troublesOf = (accountId: AccountId, now: Date): Promise<Trouble[]> =>
  withAccountSql(accountId, (tx) => findTroubles(tx, accountId, now));

/** The same within a transaction. Every count is bounded and found by an index, so it may be asked for often. */
export async function findTroubles(tx: SqlTx, accountId: string, now: Date): Promise<Trouble[]> {
  const looking = { accountId, now };
  const found = await Promise.all(
    [findRuns, findSends, findInboxes, findSteps, findDrafts, findTriggers, findDeliveries].map((find) =>
      find(tx, looking),
    ),
  );
  const troubles = found.flat().filter((trouble) => trouble !== null);
  return troubles.sort((a, b) => TROUBLE_KINDS.indexOf(a.kind) - TROUBLE_KINDS.indexOf(b.kind));
}

/** What people of the team have repaired lately, newest first. */
export const repairsOf = (accountId: AccountId): Promise<PastRepair[]> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<(Omit<PastRepair, "at"> & { at: Date })[]>`
      select l.id, l.at, l.because->>'code' as code, (l.because->'data'->>'count')::int as count,
        l.because->'data'->>'name' as name, u.name as actor
      from ledger l left join users u on u.id = l.actor_id
      where l.account_id = ${accountId} and l.enrollment_id is null and l.contact_id is null and l.kind = 'repaired'
      order by l.at desc limit ${MOST_REPAIRS}`;
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  });
