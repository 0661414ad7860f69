import type { Sql } from "postgres";
import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { decide } from "@/lib/core/decide";
import { readRuns } from "@/lib/engine/snapshot";

const SAMPLE = 200;

/** What must hold of the account; each answers how many rows break it. */
const RULES: Record<string, string> = {
  "a live run without its next step in its version": `
    select count(*) from enrollments e join sequence_versions v on v.id = e.version_id
    where e.account_id = $1 and e.status in ('active', 'paused')
      and not v.snapshot->'steps' @> jsonb_build_array(jsonb_build_object('id', e.step_id))`,
  "an ended run without a reason or a moment": `
    select count(*) from enrollments where account_id = $1 and status = 'ended' and (end_reason is null or ended_at is null)`,
  "a message of a step that its version does not have": `
    select count(*) from (select distinct version_id, step_id from messages where account_id = $1) m
    join sequence_versions v on v.id = m.version_id
    where not v.snapshot->'steps' @> jsonb_build_array(jsonb_build_object('id', m.step_id))`,
  "a message before its enrollment or in the future": `
    select count(*) from messages where account_id = $1 and (counted_at < enrolled_at or counted_at > now())`,
  "a message whose names are not its run's": `
    select count(*) from messages m join enrollments e on e.id = m.enrollment_id
    where m.account_id = $1 and (m.sequence_id, m.version_id, m.entry, m.enrolled_at) is distinct from
      (e.sequence_id, e.version_id, e.entry, e.enrolled_at)`,
  "a send without its ledger row": `
    select count(*) from messages m where m.account_id = $1 and m.sent_at is not null and not exists (
      select from ledger l where l.enrollment_id = m.enrollment_id and l.message_id = m.id and l.kind = 'sent')`,
  "a run that the ledger does not begin or end": `
    select count(*) from enrollments e left join (
      select enrollment_id, count(*) filter (where kind = 'enrolled') as begun, count(*) filter (where kind = 'ended') as ended
      from ledger where account_id = $1 group by 1
    ) l on l.enrollment_id = e.id
    where e.account_id = $1 and (l.begun is distinct from 1 or l.ended is distinct from (e.status = 'ended')::int)`,
  "a message or ledger row outside the months": `
    select (select count(*) from messages_default) + (select count(*) from ledger_default)`,
};

/** Counts what breaks the rules, and lets the engine decide at `now` about a sample of the live runs. Answers whether all is well. */
export async function check(
  sql: Sql,
  { accountId, now, say }: { accountId: AccountId; now: Date; say: (line: string) => void },
): Promise<boolean> {
  const broken: string[] = [];
  await sql.begin(async (tx) => {
    await tx`select set_config('app.account_id', ${accountId}, true)`;
    const [size] = await tx<Record<string, string>[]>`
      select (select count(*) from enrollments where account_id = ${accountId}) as enrollments,
        (select count(*) from messages where account_id = ${accountId}) as messages,
        (select count(*) from ledger where account_id = ${accountId}) as "ledger rows",
        (select count(*) from contacts where account_id = ${accountId}) as contacts,
        (select count(*) from conversions where account_id = ${accountId}) as conversions`;
    say(
      Object.entries(size ?? {})
        .map(([name, count]) => `${count} ${name}`)
        .join(", "),
    );
    for (const [rule, query] of Object.entries(RULES)) {
      const parameters = query.includes("$1") ? [accountId] : [];
      const [row] = await tx.unsafe<{ count: string }[]>(
        query.replace(/^\s*select \(/, "select ("),
        parameters,
      );
      const count = Number(Object.values(row ?? {})[0] ?? 0);
      say(`${String(count).padStart(8)}  ${rule}`);
      if (count > 0) broken.push(rule);
    }
  });
  const decisions = await decideSample(accountId, now);
  say(`decisions of ${SAMPLE} live runs: ${JSON.stringify(decisions)}`);
  return broken.length === 0;
}

/** What the engine would do now; it throws where a run cannot be loaded. */
const decideSample = (accountId: AccountId, now: Date): Promise<Record<string, number>> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<{ id: string }[]>`
      select id from enrollments where status in ('active', 'paused') order by md5(id::text) limit ${SAMPLE}`;
    const runs = await readRuns(
      tx,
      rows.map(({ id }) => id),
      now,
    );
    const counts: Record<string, number> = {};
    for (const { facts, row } of runs) {
      const decision = decide(facts, now);
      const isKept = decision.because.code === row.next_because ? "as stored" : `stored ${row.next_because}`;
      const name = `${decision.kind} ${decision.because.code} (${isKept})`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  });
