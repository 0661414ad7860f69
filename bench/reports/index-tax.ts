import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReservedSql, Sql } from "postgres";
import { migrationsFolder } from "@/db/migrate";
import type { Figures } from "../bench";
import { round } from "../numbers";
import type { Known } from "./cases";
import { compareInTurns, type Turn } from "./turns";

const ROWS = 100_000;
const BATCH = 250;
const ROUNDS = 40;
const SCHEMA = "bench_indexes";

/**
 * What the indexes of lists and reports cost those who write: the same rows into two copies of a table, one with all its
 * indexes and one without those that came with reports, in turns. A send is claimed, sent and reported on; a run begins,
 * takes three steps and ends.
 */
export async function measureIndexTax(sql: Sql, { accountId }: Known): Promise<Figures> {
  const text = await readFile(join(migrationsFolder, "0007_reports.sql"), "utf8");
  const named = (words: string) =>
    [...text.matchAll(new RegExp(`${words} INDEX "(\\w+)"`, "g"))].map(([, name]) => name ?? "");
  // Those that were there before, with other columns, are no news.
  const before = named("DROP");
  const added = new Set(named("CREATE").filter((name) => !before.includes(name)));
  const figures: Figures = {};
  for (const table of ["messages", "enrollments"] as const) {
    await sql.unsafe(`drop schema if exists ${SCHEMA} cascade; create schema ${SCHEMA}`);
    const columns = await copy(sql, { table, accountId, added });
    const write = (which: string) => writeLives({ table, which, columns });
    const { percent } = await compareInTurns(sql, [write("all"), write("fewer")], ROUNDS);
    figures[`reportsIndexTaxOf${table[0]?.toUpperCase()}${table.slice(1)}Percent`] = round(percent);
  }
  await sql.unsafe(`drop schema ${SCHEMA} cascade`);
  return figures;
}

type Copying = { table: string; accountId: string; added: ReadonlySet<string> };

/** Both copies, filled; answers the columns that are written. */
async function copy(sql: Sql, { table, accountId, added }: Copying): Promise<string> {
  const [row] = await sql<{ columns: string }[]>`
    select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`;
  const columns = row?.columns ?? "";
  const indexes = await sql<{ name: string; made: string }[]>`
    select i.relname as name, pg_get_indexdef(i.oid) as made from pg_index x
    join pg_class i on i.oid = x.indexrelid where x.indrelid = ${`public.${table}`}::regclass`;
  for (const which of ["all", "fewer"]) {
    await sql.unsafe(
      `create table ${SCHEMA}.${which} (like public.${table} including defaults including generated)`,
    );
    for (const { name, made } of indexes) {
      if (which === "fewer" && added.has(name)) continue;
      const plain = made.replace(` ON ONLY public.${table}`, ` ON public.${table}`);
      await sql.unsafe(plain.replace(`INDEX ${name} ON public.${table}`, `INDEX ON ${SCHEMA}.${which}`));
    }
    await sql.begin(async (tx) => {
      await tx`select set_config('app.account_id', ${accountId}, true)`;
      await tx.unsafe(
        `insert into ${SCHEMA}.${which} (${columns}) select ${columns} from public.${table}
        where account_id = '${accountId}' order by id desc limit ${ROWS}`,
      );
    });
    await sql.unsafe(`vacuum analyze ${SCHEMA}.${which}`);
  }
  return columns;
}

type Writing = { table: "messages" | "enrollments"; which: string; columns: string };

/** Writes rows as they are there already, of runs that are not, through their life; each turn takes other ones. */
function writeLives({ table, which, columns }: Writing): Turn {
  const of = `${SCHEMA}.${which}`;
  const fresh = columns
    .split(", ")
    .map((name) => `${ANEW[table][name] ?? name} as ${name}`)
    .join(", ");
  let nth = 0;
  return async (sql, measured) => {
    await sql.unsafe(`create temp table fresh as
      select ${fresh} from (select * from ${of} offset ${nth++ * BATCH} limit ${BATCH}) found`);
    await measured(() => live(sql, table, { of, columns }));
    await sql.unsafe("drop table fresh");
  };
}

async function live(
  sql: ReservedSql,
  table: Writing["table"],
  { of, columns }: { of: string; columns: string },
) {
  await sql.unsafe(`insert into ${of} (${columns}) select ${columns} from fresh`);
  const own = "where id = any(array(select id from fresh))";
  for (const change of CHANGES[table]) await sql.unsafe(`update ${of} set ${change} ${own}`);
}

const id = "gen_random_uuid()";
const none = "null::timestamptz";
const ANEW: Record<Writing["table"], Record<string, string>> = {
  messages: {
    ...{ id, enrollment_id: id, status: "'claimed'::message_status", sent_at: none, delivered_at: none },
    ...{ read_at: none, replied_at: none, opted_out_at: none },
  },
  enrollments: {
    ...{ id, contact_id: id, status: "'active'::enrollment_status", end_reason: "null::end_reason" },
    ...{ ended_at: none, next_action_at: "now()" },
  },
};

const STEP = "wait_from_at = now(), last_sent_at = now(), next_action_at = now() + interval '3 days'";
const CHANGES: Record<Writing["table"], string[]> = {
  messages: ["status = 'sent', sent_at = now()", "status = 'delivered', delivered_at = now()"],
  enrollments: [
    ...[STEP, STEP, STEP],
    "status = 'ended', end_reason = 'completed', ended_at = now(), next_action_at = null, step_id = null",
  ],
};
