import type { SqlTx } from "@/db/client";
import type { Told } from "./find-triggers";

/** Whoever was found in none of so many conversations is probably described too narrowly. */
const LOOKS_NEEDED = 50;

/**
 * Active sequences for which Maestro has read many conversations since then and found nobody, not even somebody whom the
 * rules of enrollment refused. What was changed since has had no time to prove itself.
 */
export async function silentLooks(
  tx: SqlTx,
  { accountId, since }: { accountId: string; since: Date },
): Promise<Told[]> {
  const looked = tx`
    select from ai_suggestions g
    where g.account_id = ${accountId} and g.sequence_id = a.sequence_id and g.id >= id_floor(${since}) and not g.is_trial
      and g.outcome = 'ok'`;
  const rows = await tx<{ id: string; name: string }[]>`
    select s.id, s.name from ai_enrollments a join sequences s on s.id = a.sequence_id
    where a.account_id = ${accountId} and a.is_on and a.updated_at < ${since} and s.status = 'active'
      and (select count(*) from (${looked} limit ${LOOKS_NEEDED}) few) = ${LOOKS_NEEDED}
      and not exists (${looked} and (g.status <> 'none' or g.refusal is not null))
    order by s.id`;
  return rows.map(({ id, name }) => ({ sequenceId: id, ruleId: null, name, detail: null }));
}
