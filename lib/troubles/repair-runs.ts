import type { Fragment } from "postgres";
import { type SqlTx, withAccountSql } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import type { AccountId } from "@/lib/accounts/account-id";
import { startEvents } from "@/lib/engine/start-events";
import { overdueRuns, unwokenRuns } from "./find-runs";
import { type Repairing, remember } from "./remember";
import type { Repaired } from "./schema";

/** Of one transaction, and of one press: what is left is told. */
const CHUNK = 2_000;
const MOST_CHUNKS = 25;

/**
 * Has every run that is overdue, or that nobody would ever wake, looked at again at once: a new durable run takes over,
 * as the sweep does it later; should the old one still live, it leaves at its next turn. What is right is decided by the
 * run itself, so nothing is sent twice. Repeated, or done by two at once, each run is looked at once.
 */
export async function restartRuns(
  accountId: AccountId,
  { kind, ...by }: Repairing & { kind: "runs_overdue" | "runs_unwoken" },
): Promise<Repaired> {
  const stuck = kind === "runs_overdue" ? overdueRuns : unwokenRuns;
  let repaired = 0;
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const count = await withAccountSql(accountId, async (tx) => {
      const runs = stuck(tx, { accountId, now: by.now });
      return restart(tx, accountId, { runs, code: "restarted", ...by });
    });
    repaired += count;
    if (count < CHUNK) return remember(accountId, { ...by, code: kind, repaired, isMore: false });
  }
  return remember(accountId, { ...by, code: kind, repaired, isMore: true });
}

/** `runs`: SQL of rows of `enrollments e` with their `id`, which a restarted run is no more among. Answers how many. */
export async function restart(
  tx: SqlTx,
  accountId: string,
  { runs, code, actorId, now }: Repairing & { runs: Fragment; code: "restarted" | "unfinished" },
): Promise<number> {
  const rows = await tx`
    with stuck as (${runs} limit ${CHUNK} for update of e skip locked), restarted as (
      update enrollments e set driver = driver + 1, next_action_at = ${now}
      from stuck s where e.id = s.id returning e.id, e.driver, e.step_id
    ), told as (
      insert into ledger (account_id, at, kind, enrollment_id, step_id, actor_id, because)
      select ${accountId}, ${now}, 'repaired', id, step_id, ${actorId},
        json_build_object('code', ${code}::text, 'data', json_build_object())
      from restarted
    )
    ${startEvents(tx, accountId, "restarted")}`;
  if (rows.length > 0) await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
  return rows.length;
}
