import type { ReservedSql, Sql } from "postgres";
import type { Figures } from "../bench";
import { round } from "../numbers";
import type { Known } from "./cases";
import { compareInTurns, type Turn } from "./turns";

const BATCH = 250;
const ROUNDS = 60;

/**
 * What counting costs those who write: steps in batches as the engine takes them (claim, outcome, the run's next step,
 * three ledger rows, the provider's report), with the triggers of reports and without, in turns, each taken back. What a
 * send is divided by is written in both cases: a count without rollups needs it as well. Null where the role may not hold triggers back.
 */
export async function measureWriteTax(sql: Sql, { accountId }: Known): Promise<Figures | null> {
  const [role] = await sql<
    { rolsuper: boolean }[]
  >`select rolsuper from pg_roles where rolname = current_user`;
  if (!role?.rolsuper) return null;
  const runs = await waitingRuns(sql, accountId);
  if (runs.length < BATCH) return null;
  const compared = await compareInTurns(
    sql,
    [takeSteps({ accountId, runs, isCounted: true }), takeSteps({ accountId, runs, isCounted: false })],
    ROUNDS,
  );
  const [counted, uncounted] = compared.seconds;
  return {
    reportsWriteTaxPercent: round(compared.percent),
    reportsWriteTaxMicrosecondsPerStep: round(((counted - uncounted) / BATCH) * 1e6),
    reportsStepMicrosecondsCounted: round((counted / BATCH) * 1e6),
    reportsTaxBy: compared.by,
  };
}

type Run = { id: string; contact_id: string; step_id: string };

/** Live runs whose step is not due, the newest first. */
async function waitingRuns(sql: Sql, accountId: string): Promise<Run[]> {
  const rows = await sql.begin(async (tx) => {
    await tx`select set_config('app.account_id', ${accountId}, true)`;
    return tx<Run[]>`
      select id, contact_id, step_id from enrollments where account_id = ${accountId} and status = 'active' and not is_holdout
        and step_id is not null and next_because = 'not_due' order by id desc limit ${BATCH * ROUNDS}`;
  });
  return [...rows];
}

type Steps = { accountId: string; runs: Run[]; isCounted: boolean };

/** Each turn takes the next batch of runs. */
function takeSteps({ accountId, runs, isCounted }: Steps): Turn {
  let nth = 0;
  return async (sql, measured) => {
    const from = (nth++ * BATCH) % (runs.length - BATCH + 1);
    const batch = runs.slice(from, from + BATCH);
    await sql`begin`;
    try {
      await sql`select set_config('app.account_id', ${accountId}, true)`;
      if (!isCounted) await sql`set local session_replication_role = replica`;
      await measured(() => writeSteps(sql, accountId, batch));
    } finally {
      await sql`rollback`;
    }
  };
}

async function writeSteps(sql: ReservedSql, accountId: string, runs: Run[]): Promise<void> {
  const ids = runs.map(({ id }) => id);
  const because = JSON.stringify({
    code: "accepted",
    data: { channel: "whatsapp", inbox: "Sales", to: "5511990000000" },
  });
  const content = JSON.stringify({
    type: "text",
    text: "Did you get a chance to look at our offer?",
    subject: null,
  });
  await sql`
    insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, address, content, attempts,
      claimed_at, sequence_id, version_id, assignee_id, entry, enrolled_at)
    select ${accountId}, e.id, r.contact_id, r.step_id, 9, 'claimed', 'whatsapp', '5511990000000', ${content}::text::json, 1, now(),
      e.sequence_id, e.version_id, e.assignee_id, e.entry, e.enrolled_at
    from json_to_recordset(${JSON.stringify(runs)}::text::json) as r(id uuid, contact_id uuid, step_id uuid)
    join enrollments e on e.id = r.id and e.id = any(${ids})`;
  await sql`
    update messages set status = 'sent', sent_at = now(), provider_id = 'bench-' || id
    where enrollment_id = any(${ids}) and step_epoch = 9`;
  await sql`
    update enrollments set wait_from_at = now(), last_sent_at = now(), last_channel = 'whatsapp',
      next_action_at = now() + interval '3 days' where id = any(${ids})`;
  await sql`
    insert into ledger (account_id, at, enrollment_id, kind, because)
    select ${accountId}, now(), id, kind::ledger_kind, ${because}::text::json
    from unnest(${ids}::uuid[]) id, unnest('{sent,waiting,delivered}'::text[]) kind`;
  await sql`
    update messages set status = 'delivered', delivered_at = now() where enrollment_id = any(${ids}) and step_epoch = 9`;
}
