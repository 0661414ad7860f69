import type { Sql, TransactionSql } from "postgres";
import { mintAccountId } from "@/lib/accounts/account-id";
import type { Known } from "./cases";

/** As many as a filter may name. */
const RUNS = 1_000;

/** Asked for so rarely, in a bench, that it is never kept. */
const UNKEPT = "Asked for the first time";

/** Reads what an account has to ask for; `sql` is the owner's. */
export async function readKnown(sql: Sql, slug: string): Promise<Known> {
  const answer = await sql.begin(async (tx) => {
    const [account] = await tx<{ id: string }[]>`select id from accounts where slug = ${slug}`;
    if (!account) throw new Error(`There is no account "${slug}" in this database.`);
    await tx`select set_config('app.account_id', ${account.id}, true)`;
    const sequences = await tx<Known["sequences"]>`
      select s.id, array_agg(distinct v.id) as "versionIds",
        array_agg(distinct (step->>'id')::uuid) as "stepIds",
        coalesce(array_agg(distinct (variant->>'id')::uuid) filter (where variant is not null), '{}') as "variantIds"
      from sequences s join sequence_versions v on v.sequence_id = s.id
      cross join jsonb_array_elements(v.snapshot->'steps') step
      left join jsonb_array_elements(step->'variants') variant on true
      where s.account_id = ${account.id}
      group by s.id
      order by (select sum(runs) from run_rollups r where r.account_id = ${account.id} and r.sequence_id = s.id and grain = 'entry') desc
        nulls last`;
    const members = await tx<{ user_id: string; role: string }[]>`
      select user_id, role from members where account_id = ${account.id} order by role, user_id`;
    const segments = await tx<{ id: string }[]>`
      select id from segments where account_id = ${account.id} and name <> ${UNKEPT} order by name`;
    const unkept = await unkeptOf(tx, account.id);
    // Hours apart, so that they are of many partitions.
    const runs = await tx<{ id: string }[]>`
      select r.id from generate_series(1, ${RUNS}) n
      cross join lateral (
        select id from enrollments e where e.account_id = ${account.id} and id > id_floor(now() - n * interval '9 hours') order by id limit 1
      ) r`;
    return {
      ...{ accountId: mintAccountId(account.id), slug, now: new Date() },
      userId: members.find(({ role }) => role === "administrator")?.user_id ?? "",
      sequences: [...sequences],
      assignees: members.map(({ user_id: id }) => id),
      segments: segments.map(({ id }) => id),
      unkept,
      runs: runs.map(({ id }) => id),
    };
  });
  return answer as Known;
}

/** Of the same people as the account's first one. */
async function unkeptOf(tx: TransactionSql, accountId: string): Promise<string> {
  await tx`
    insert into segments (account_id, name, filter, created_by)
    select account_id, ${UNKEPT}, filter, created_by from segments where account_id = ${accountId} order by name limit 1
    on conflict (account_id, name) do nothing`;
  const [segment] = await tx<{ id: string }[]>`
    select id from segments where account_id = ${accountId} and name = ${UNKEPT}`;
  const id = segment?.id ?? "";
  await tx`delete from report_segments where segment_id::text = ${id} and read_at is null`;
  return id;
}
