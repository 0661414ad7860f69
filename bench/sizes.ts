import type { Sql } from "postgres";
import type { Figures } from "./bench";

/** Their rows name the contact and no run: one each, however many runs the contact has in a lifetime. */
const CONTACT_TABLES = /\.(contacts|contact_identities|conversations)$/;

/** Bytes on disk per sleeper, indexes included: of all tables whose rows name its run, and of the contact's apart. */
export async function measureSizes(sql: Sql, tables: string[], sleepers: number): Promise<Figures> {
  const rows = await sql<{ table: string; bytes: number; heap: number }[]>`
    select t as table, sum(pg_total_relation_size(p))::float8 as bytes, sum(pg_relation_size(p))::float8 as heap
    from unnest(${tables}::text[]) t,
      lateral (select t::regclass as p union select relid from pg_partition_tree(t::regclass)) parts group by t order by 2 desc`;
  const perSleeper = (bytes: number) => Math.round(bytes / sleepers);
  const total = (isOfContact: boolean) =>
    rows
      .filter(({ table }) => CONTACT_TABLES.test(table) === isOfContact)
      .reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    bytesPerSleeper: perSleeper(total(false)),
    bytesPerContact: perSleeper(total(true)),
    ...Object.fromEntries(
      rows.map(({ table, bytes, heap }) => [
        `bytesIn ${table.replace("public.", "")}`,
        `${perSleeper(bytes)} (rows ${perSleeper(heap)}, indexes ${perSleeper(bytes - heap)})`,
      ]),
    ),
  };
}
