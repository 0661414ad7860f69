import type { Sql } from "postgres";

/** Those that a load fills most; the others are small. */
const TABLES = ["contacts", "contact_identities", "conversations", "enrollments", "messages", "ledger"];

type TakenIndex = { table: string; make: string };

/**
 * Takes the indexes away that no constraint needs, and answers what makes them again: built at once from all rows they are
 * made in a fraction of the time that a million insertions take.
 */
export async function dropIndexes(sql: Sql): Promise<TakenIndex[]> {
  const indexes = await sql<(TakenIndex & { name: string })[]>`
    select t.relname as table, i.relname as name, pg_get_indexdef(i.oid) as make
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    where t.relname = any(${TABLES}) and t.relnamespace = 'public'::regnamespace and not t.relispartition
      and not exists (select from pg_constraint c where c.conindid = i.oid)
    order by t.relname, i.relname`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  return indexes.map(({ table, make }) => ({ table, make: make.replace(" ON ONLY ", " ON ") }));
}

/**
 * Makes them again, in as many lanes as there are cores for. Those of one table in one lane: the database finds names for
 * the indexes of partitions, and two at once would find the same.
 */
export async function makeIndexes(sql: Sql, indexes: readonly TakenIndex[]): Promise<void> {
  const tables = [...new Set(indexes.map(({ table }) => table))].sort(
    (a, b) => TABLES.indexOf(b) - TABLES.indexOf(a),
  );
  const lane = () =>
    sql.begin(async (tx) => {
      await tx.unsafe(
        "set local maintenance_work_mem = '256MB'; set local max_parallel_maintenance_workers = 0",
      );
      for (let table = tables.shift(); table; table = tables.shift())
        for (const { make } of indexes.filter((index) => index.table === table)) await tx.unsafe(make);
    });
  await Promise.all(Array.from({ length: LANES }, lane));
}

const LANES = 2;
