import type { Sql } from "postgres";
import { rebuildRollups } from "@/lib/reports/rollups";
import { makeWorld, type World } from "./account";
import { dropIndexes, makeIndexes } from "./indexes";
import { DAYS } from "./plan";
import { planEnds } from "./plan-ends";
import { planPeople, writePeople } from "./plan-people";
import { planRuns } from "./plan-runs";
import { planSends } from "./plan-sends";
import { makeSequences } from "./sequences";
import { type Generating, openStage, stageMade } from "./stage";
import { planConversions, writeExtras } from "./write-extras";
import { writeLedger } from "./write-ledger";
import { monthsOf, writeMessages } from "./write-messages";
import { writeRuns } from "./write-runs";
import { writeThreads } from "./write-threads";

type Wish = { sql: Sql; enrollments: number; seed: number; end: Date; say: (line: string) => void };

/** Tables that the account's rows stand in, for their statistics. */
const TABLES =
  "contacts, contact_identities, conversations, conversation_messages, enrollments, messages, ledger, conversions, charges, " +
  "contact_events, send_rollups, run_rollups, suppressions, consents, drafts, notifications";

/**
 * Generates one account with so many enrollments of the last 400 days, about three messages and ten ledger rows each. The
 * database must be migrated and have no account of that name. `sql` is its owner's.
 */
export async function generate({ sql, enrollments, seed, end, say }: Wish): Promise<World> {
  const timed = async (name: string, act: () => Promise<unknown>) => {
    const from = performance.now();
    await act();
    say(`${name.padEnd(34)} ${((performance.now() - from) / 1000).toFixed(1).padStart(7)} s`);
  };
  const daysBack = DAYS + (Date.now() - end.getTime()) / 86_400_000;
  await sql`select ensure_month_partitions(12, ${Math.ceil(daysBack / 28) + 1})`;
  const world = await makeWorld(seed, end);
  const [role] = await sql<
    { rolsuper: boolean }[]
  >`select rolsuper from pg_roles where rolname = current_user`;
  const generating: Generating = { sql, world, seed, enrollments, end, isSuperuser: role?.rolsuper === true };
  const made = await makeSequences(world, seed, end);
  await openStage(generating);
  await stageMade(generating, made);
  await timed("who is enrolled when", () => planRuns(generating));
  await timed("what ends each run", () => planEnds(generating));
  await timed("people", () => planPeople(generating));
  await timed("sends, threads and answers", () => planSends(generating));
  await timed("conversions", () => planConversions(generating));
  const months = await monthsOf(generating);
  // Nobody else's rows are read by them meanwhile.
  const [others] = await sql<{ n: number }[]>`select count(*)::int - 1 as n from accounts`;
  const indexes = others?.n === 0 ? await dropIndexes(sql) : [];
  await timed("contacts", () => writePeople(generating));
  // Two lanes, one for each core; the ledger is as much work as all the rest, and who has done the rest helps with it.
  const left = [...months];
  const writeLeft = async () => {
    for (const month of taken(left))
      await timed(`  ledger of ${month.from.slice(0, 7)}`, () => writeLedger(generating, month));
  };
  await Promise.all([
    timed("lane 1: runs, threads, messages", async () => {
      await timed("  runs", () => writeRuns(generating));
      await timed("  threads and charges", () => writeThreads(generating));
      for (const month of months)
        await timed(`  messages of ${month.from.slice(0, 7)}`, () => writeMessages(generating, month));
      await timed("  conversions, drafts and others", () => writeExtras(generating));
      await writeLeft();
    }),
    timed("lane 2: ledger", writeLeft),
  ]);
  await timed("indexes", () => makeIndexes(sql, indexes));
  await sql.unsafe("drop schema generated cascade");
  await timed("vacuum and statistics", () => sql.unsafe(`vacuum (analyze) ${TABLES}`));
  await timed("rollups", () => rebuildRollups(world.accountId, end));
  await sql.unsafe("vacuum (analyze) send_rollups, run_rollups, send_changes, run_changes");
  return world;
}

/** Each of them once, whoever takes it. */
function* taken<T>(list: T[]): Generator<T> {
  for (let one = list.shift(); one !== undefined; one = list.shift()) yield one;
}
