import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ContactLimits } from "@/lib/core/model";
import type { InboxLimits } from "@/lib/core/model-inboxes";
import type { SimulatedRun } from "@/lib/core/simulate";
import { readRuns } from "@/lib/engine/snapshot";
import { MAX_OTHERS } from "./limits";

const CHUNK = 500;

/**
 * The live runs that take room which the simulated ones want: all of the account's where an inbox has limits, those of
 * the same contacts where contacts have. Those that act next come first.
 */
export async function loadOthers(
  accountId: AccountId,
  runs: readonly SimulatedRun[],
  { now }: { now: Date },
): Promise<{ others: SimulatedRun[]; areCut: boolean }> {
  const ids = await idsOf(accountId, runs);
  const others: SimulatedRun[] = [];
  for (let from = 0; from < Math.min(ids.length, MAX_OTHERS); from += CHUNK) {
    const part = ids.slice(from, Math.min(from + CHUNK, MAX_OTHERS));
    const read = await withAccountSql(accountId, (tx) => readRuns(tx, part, now));
    for (const { row, facts } of read) {
      others.push({ facts, startAt: row.next_action_at ?? now, isOther: true });
    }
  }
  return { others, areCut: ids.length > MAX_OTHERS };
}

async function idsOf(accountId: AccountId, runs: readonly SimulatedRun[]): Promise<string[]> {
  const [first] = runs;
  if (!first) return [];
  const { inboxes, settings, sequence } = first.facts;
  const areInboxesLimited = inboxes.some(({ limits }) => hasLimit(limits));
  const areContactsLimited = hasLimit(settings.limits) || hasLimit(sequence.snapshot.limits);
  if (!areInboxesLimited && !areContactsLimited) return [];
  const contactIds = [...new Set(runs.map(({ facts }) => facts.contact.id))];
  const rows = await withAccountSql(
    accountId,
    (tx) => tx<{ id: string }[]>`
      select e.id from enrollments e
      where e.account_id = ${accountId} and e.status in ('active', 'paused') and e.next_action_at is not null
      ${areInboxesLimited ? tx`` : tx`and e.contact_id = any(${contactIds})`}
      order by e.next_action_at limit ${MAX_OTHERS + 1}`,
  );
  return rows.map(({ id }) => id);
}

const hasLimit = (limits: InboxLimits | ContactLimits): boolean =>
  Object.values(limits).some((limit) => limit !== null);
