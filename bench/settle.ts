import type { Sql } from "postgres";
import { pause } from "./numbers";

const LONGEST_MS = 300_000;
const LOOK_EVERY_MS = 2_000;

/** Waits until Postgres has finished what the seeding left to do: writing pages back and vacuuming. */
export async function settlePostgres(sql: Sql): Promise<void> {
  // Only a superuser may ask for it; elsewhere the server does it when it likes.
  await sql`checkpoint`.catch(() => {});
  const giveUpAt = Date.now() + LONGEST_MS;
  for (let quiet = 0; quiet < 3 && Date.now() < giveUpAt; ) {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity where backend_type = 'autovacuum worker'`;
    quiet = row?.n === 0 ? quiet + 1 : 0;
    await pause(LOOK_EVERY_MS);
  }
}
