import { type SqlTx, withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import { rulesClaimedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { eachAccount } from "@/lib/engine/each-account";

/** Longer than the slowest actions take, so that a run that is under way is not taken for a lost one. */
const LOST_MINUTES = 15;
/** What could not be finished for so long is given up, and says so in the log. */
const GIVEN_UP_HOURS = 24;
/** Per account and look: a backlog is worked off over several. */
const MOST = 200;

/** Finds runs of rules and macros that were begun and never finished, of every account. */
export async function tellLostRules(now: Date): Promise<{ told: number }> {
  const { done } = await eachAccount({ told: (accountId) => tellLost(accountId, now) });
  return done;
}

const tellLost = (accountId: AccountId, now: Date): Promise<number> =>
  withAccountSql(accountId, async (tx) => {
    await giveUp(tx, now);
    const rows = await tx<{ id: string }[]>`
      select id from rule_runs where status = 'running' and at < ${before(now, LOST_MINUTES)}
      order by at limit ${MOST}`;
    const events = rows.map(({ id }) => rulesClaimedOf({ accountId, runIds: [id] }, now.toISOString()));
    await emit(tx, events);
    return rows.length;
  });

const giveUp = (tx: SqlTx, now: Date) => tx`
  update rule_runs set status = 'failed', finished_at = ${now}, actions = '[]',
    results = results || coalesce((
      select jsonb_agg(jsonb_build_object('do', a.action->>'do', 'outcome', 'failed', 'code', 'given_up', 'data', '{}'::jsonb)
        order by a.place)
      from jsonb_array_elements(actions) with ordinality a(action, place)
      where a.place > jsonb_array_length(results)), '[]')
  where status = 'running' and at < ${before(now, GIVEN_UP_HOURS * 60)}`;

const before = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000);
