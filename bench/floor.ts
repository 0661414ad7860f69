import postgres from "postgres";
import type { Figures } from "./bench";

const SECONDS = 3;

/** What this Postgres can do at all: inserts of one short row, each with its own commit. */
export async function measureFloor(databaseUrl: string): Promise<Figures> {
  const sql = postgres(databaseUrl, { max: 4, onnotice: () => {} });
  await sql`create table if not exists bench.floor (id bigint generated always as identity primary key, at timestamptz, text text)`;
  const one = await commitsPerSecond(sql, 1);
  const four = await commitsPerSecond(sql, 4);
  await sql`truncate bench.floor`;
  await sql.end();
  return { floorCommitsPerSecond: one, floorCommitsPerSecond4Clients: four };
}

async function commitsPerSecond(sql: postgres.Sql, clients: number): Promise<number> {
  const until = performance.now() + SECONDS * 1000;
  let commits = 0;
  const client = async () => {
    while (performance.now() < until) {
      await sql`insert into bench.floor (at, text) values (now(), 'a row of some thirty characters')`;
      commits++;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return Math.round(commits / SECONDS);
}
