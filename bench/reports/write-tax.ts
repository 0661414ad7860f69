import type { Sql, TransactionSql } from "postgres";
import type { Figures } from "../bench";
import { round, secondsOf } from "../numbers";
import type { Known } from "./cases";

const BATCH = 500;
const ROUNDS = 24;

class Undone extends Error {}

/**
 * What counting costs those who write: steps in batches as the engine takes them (claim, outcome, the run's next step,
 * three ledger rows, the provider's report), with the triggers of reports and without, in turns, each taken back. Null
 * where the role may not hold triggers back.
 */
export async function measureWriteTax(sql: Sql, { accountId }: Known): Promise<Figures | null> {
  const [role] = await sql<
    { rolsuper: boolean }[]
  >`select rolsuper from pg_roles where rolname = current_user`;
  if (!role?.rolsuper) return null;
  const runs = await waitingRuns(sql, accountId);
  if (runs.length < BATCH) return null;
  const seconds = { counted: [] as number[], uncounted: [] as number[] };
  for (let nth = 0; nth < ROUNDS + 2; nth++) {
    for (const how of nth % 2 === 0
      ? (["counted", "uncounted"] as const)
      : (["uncounted", "counted"] as const)) {
      const from = (nth * BATCH) % (runs.length - BATCH + 1);
      const ids = runs.slice(from, from + BATCH);
      const taken = await takeBatch(sql, { accountId, ids, isCounted: how === "counted" });
      if (nth >= 2) seconds[how].push(taken);
    }
  }
  const perSecond = (times: number[]) => Math.round(BATCH / median(times));
  return {
    reportsStepsPerSecondCounted: perSecond(seconds.counted),
    reportsStepsPerSecondUncounted: perSecond(seconds.uncounted),
    reportsWriteTaxPercent: round((median(seconds.counted) / median(seconds.uncounted) - 1) * 100),
  };
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Live runs whose step is not due, the newest first: as many as all batches take. */
async function waitingRuns(sql: Sql, accountId: string): Promise<string[]> {
  const rows = await sql.begin(async (tx) => {
    await tx`select set_config('app.account_id', ${accountId}, true)`;
    return tx<{ id: string }[]>`
      select id from enrollments where account_id = ${accountId} and status = 'active' and not is_holdout
        and step_id is not null and next_because = 'not_due' order by id desc limit ${BATCH * (ROUNDS + 2)}`;
  });
  return rows.map(({ id }) => id);
}

type Batch = { accountId: string; ids: string[]; isCounted: boolean };

async function takeBatch(sql: Sql, { accountId, ids, isCounted }: Batch): Promise<number> {
  let seconds = 0;
  const batch = sql.begin(async (tx) => {
    await tx`select set_config('app.account_id', ${accountId}, true)`;
    if (!isCounted) await tx`set local session_replication_role = replica`;
    seconds = await secondsOf(() => takeSteps(tx, accountId, { ids, isCounted }));
    throw new Undone();
  });
  await batch.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return seconds;
}

type Steps = { ids: string[]; isCounted: boolean };

async function takeSteps(tx: TransactionSql, accountId: string, { ids, isCounted }: Steps): Promise<void> {
  const because = JSON.stringify({
    code: "accepted",
    data: { channel: "whatsapp", inbox: "Sales", to: "5511990000000" },
  });
  const content = JSON.stringify({
    type: "text",
    text: "Did you get a chance to look at our offer?",
    subject: null,
  });
  // Without its trigger a send gets the names of its run here: they are written in both cases.
  const names = isCounted
    ? tx`null, null, null, null, null`
    : tx`e.sequence_id, e.version_id, e.assignee_id, e.entry, e.enrolled_at`;
  await tx`
    insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, address, content, attempts,
      claimed_at, sequence_id, version_id, assignee_id, entry, enrolled_at)
    select ${accountId}, e.id, e.contact_id, e.step_id, 9, 'claimed', 'whatsapp', '5511990000000', ${content}::text::json, 1, now(), ${names}
    from enrollments e where e.id = any(${ids}) order by e.id`;
  await tx`
    update messages set status = 'sent', sent_at = now(), provider_id = 'bench-' || id
    where enrollment_id = any(${ids}) and step_epoch = 9`;
  await tx`
    update enrollments set wait_from_at = now(), last_sent_at = now(), last_channel = 'whatsapp',
      next_action_at = now() + interval '3 days' where id = any(${ids})`;
  await tx`
    insert into ledger (account_id, at, enrollment_id, kind, because)
    select ${accountId}, now(), id, kind::ledger_kind, ${because}::text::json
    from unnest(${ids}::uuid[]) id, unnest('{sent,waiting,delivered}'::text[]) kind`;
  await tx`
    update messages set status = 'delivered', delivered_at = now() where enrollment_id = any(${ids}) and step_epoch = 9`;
}
