import type { Sql } from "postgres";
import { SEND_FACTS } from "@/lib/core/metrics";
import type { Figures } from "../bench";
import { percentile, round } from "../numbers";
import { type Known, pick } from "./cases";

const RUNS = 5;

/**
 * What a funnel needs of all sequences, and of one: from the rollups against counting it out of the sends, in turns, by the
 * same connection.
 */
export async function compareWithGroupBy(sql: Sql, { accountId, sequences }: Known): Promise<Figures> {
  const figures: Figures = {};
  for (const [name, sequence] of [
    ["", null],
    ["OfSequence", pick(sequences, 1).id],
  ] as const) {
    const times = { plain: [] as number[], kept: [] as number[] };
    for (let nth = 0; nth < RUNS; nth++) {
      times.plain.push(await msOf(() => ask(sql, accountId, plainly(sequence))));
      times.kept.push(await msOf(() => ask(sql, accountId, byRollups(sequence))));
    }
    const [plainMs, keptMs] = [percentile(times.plain, 0.5), percentile(times.kept, 0.5)];
    figures[`reportsGroupBy${name}Ms`] = plainMs;
    figures[`reportsRollups${name}Ms`] = keptMs;
    figures[`reportsToGroupBy${name}`] = round(plainMs / keptMs, 0);
  }
  return figures;
}

const FACTS = ["sent", "delivered", "read", "replied", "positive", "failed"] as const;

const plainly = (sequence: string | null) => `
  select sequence_id, step_id, ${FACTS.map((fact) => `count(*) filter (where facts & ${SEND_FACTS[fact]} <> 0) as ${fact}`).join(", ")}
  from messages where account_id = $1 ${sequence ? `and sequence_id = '${sequence}'` : ""} group by 1, 2`;

/** As reports read whole months: those of steps tell them by themselves. */
const byRollups = (sequence: string | null) => `
  select sequence_id, step_id, ${FACTS.map((fact) => `sum(${fact}) as ${fact}`).join(", ")}
  from send_rollups where account_id = $1 and segment_id is null and grain = 'step_month' ${sequence ? `and sequence_id = '${sequence}'` : ""} group by 1, 2`;

const ask = (sql: Sql, accountId: string, text: string) =>
  sql.begin(async (tx) => {
    await tx`select set_config('app.account_id', ${accountId}, true)`;
    await tx.unsafe(text, [accountId]);
  });

async function msOf(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}
