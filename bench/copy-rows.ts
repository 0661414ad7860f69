import type { Sql } from "postgres";
import type { Sleeper } from "./sleeper";

type Column = { name: string; type: string; default: string | null };

/** How one row of the real sleeper becomes a row of every seeded one. */
export type RowCopy = { table: string; insert: string };

/**
 * Events are forgotten a day after they were routed, changes of figures a minute after they were noted: a sleeper of two
 * days has none left.
 */
const FORGOTTEN = new Set([
  ...["executor.event", "executor.event_key"],
  ...["public.send_changes", "public.run_changes"],
]);

/**
 * Finds every row that the real path left about this sleeper, in whatever table, and says how to copy each for the rows
 * of the temporary table `seed`: ids and number replaced, hashes computed, instants moved back by `ago`, the rest as is.
 */
export async function planCopies(
  sql: Sql,
  real: Sleeper,
  /** SQL for values that are derived from the enrollment's id, by the real sleeper's value. */
  derived: Map<string, string>,
): Promise<RowCopy[]> {
  const copies: RowCopy[] = [];
  for (const table of await tablesOf(sql)) {
    for (const { row, where } of await rowsOf(sql, table, real)) {
      const columns = await columnsOf(sql, table);
      const names = columns.map(({ name }) => `"${name}"`).join(", ");
      const values = columns
        .map((column) => expressionOf(column, row[column.name] ?? null, real, derived))
        .join(", ");
      copies.push({
        table,
        insert: `insert into ${table} (${names}) select ${values} from seed s cross join ${table} t where ${where}`,
      });
    }
  }
  return copies;
}

/** Contacts first: others refer to them. Partitioned tables by their whole. */
async function tablesOf(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'executor') and c.relkind in ('r', 'p') and not c.relispartition
    order by n.nspname || '.' || c.relname <> 'public.contacts', 1`;
  return rows.map((row) => row.name).filter((name) => !FORGOTTEN.has(name));
}

async function rowsOf(sql: Sql, table: string, real: Sleeper) {
  const own = [real.contactId, real.enrollmentId, real.runId]
    .map((id) => `t::text like '%${id}%'`)
    .join(" or ");
  const rows = await sql.unsafe<{ row: Record<string, string | null>; where: string }[]>(`
    select (select jsonb_object_agg(key, value) from jsonb_each_text(to_jsonb(t))) as row,
      format('t.tableoid = %s and t.ctid = %L', t.tableoid, t.ctid) as where
    from ${table} t where ${own}`);
  return rows;
}

async function columnsOf(sql: Sql, table: string): Promise<Column[]> {
  return sql<Column[]>`
    select a.attname as name, format_type(a.atttypid, null) as type, pg_get_expr(d.adbin, d.adrelid) as default
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
      and a.attgenerated = ''
    order by a.attnum`;
}

function expressionOf(
  { name, type, default: byDefault }: Column,
  value: string | null,
  real: Sleeper,
  derived: Map<string, string>,
): string {
  const column = `t."${name}"`;
  if (value === null) return column;
  const own = Object.entries(real).find(([, id]) => id === value);
  if (own && (type === "uuid" || type === "bigint")) return `s."${own[0]}"`;
  const computed = derived.get(value);
  if (computed) return computed;
  if (byDefault?.includes("new_id()")) return byDefault;
  if (type.startsWith("timestamp")) return `${column} - s.ago`;
  if (!/^(text|json|jsonb)$/.test(type)) return column;
  const replaced = Object.entries(real)
    .filter(([, id]) => typeof id === "string" && value.includes(id))
    .reduce((text, [key, id]) => `replace(${text}, '${id}', s."${key}"::text)`, `${column}::text`);
  return `(${replaced})::${type}`;
}
