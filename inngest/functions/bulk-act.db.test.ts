import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeAccount, makeMember, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { holdLock } from "@/lib/engine/fixtures/crash-points";
import { kill, startWorker } from "@/lib/engine/fixtures/workers";
import { startBulkAct, undoBulkAct } from "@/lib/enrollments/bulk-acts";

const database = useTestDatabase();
const PEOPLE = 2_500;
const PATIENCE = { timeout: 20_000, interval: 50 };
/** Where a worker is killed: within its second chunk, at the commit of the third, and within the first of taking it back. */
const LOCKS = { withinChunk: 7_101, commitUnheard: 7_102, withinUndo: 7_103 };
/** Starting a process takes longer than all else: they are ready before, and begin when they are told to. */
let workers: ChildProcess[] = [];

beforeAll(async () => {
  await database.sql.unsafe(`
    create function stand_still() returns trigger language plpgsql as $$ begin
      perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint); return null; end $$;
    create trigger within_chunk after update on bulk_acts for each row
      when (old.seen = 1000 and new.seen = 2000) execute function stand_still('${LOCKS.withinChunk}');
    create constraint trigger commit_unheard after update on bulk_acts deferrable initially deferred for each row
      when (old.seen = 2000 and new.seen = ${PEOPLE}) execute function stand_still('${LOCKS.commitUnheard}');
    create trigger within_undo after update on bulk_acts for each row
      when (old.restored = 0 and new.restored > 0) execute function stand_still('${LOCKS.withinUndo}')`);
  workers = await Promise.all(
    Array.from({ length: 4 }, () => startWorker(new URL("./fixtures/act-worker.ts", import.meta.url))),
  );
});
afterAll(() => Promise.all(workers.map(kill)));

/** Lets the next worker begin, and kills it once it stands there. */
async function crashAt(lock: number): Promise<void> {
  const hold = await holdLock(database.sql, lock);
  const worker = await begin();
  const backend = await hold.arrived();
  await kill(worker);
  await hold.release(backend);
}

async function begin(): Promise<ChildProcess> {
  const worker = workers.shift();
  if (!worker) throw new Error("There is no worker left.");
  worker.send("begin");
  return worker;
}

async function populate(accountId: AccountId): Promise<void> {
  const { sequenceId, versionId, snapshot } = await makeSequence(accountId);
  await database.sql`
    with people as (
      insert into contacts (account_id, name) select ${accountId}, 'Ana ' || n from generate_series(1, ${PEOPLE}::int) n returning id
    )
    insert into enrollments (account_id, sequence_id, version_id, contact_id, step_id, next_action_at, next_because)
    select ${accountId}, ${sequenceId}, ${versionId}, id, ${snapshot.steps[0]?.id ?? null}, now() + interval '1 day', 'not_due'
    from people`;
}

it("acts once on each of many runs, and takes it back exactly, although three workers are killed on the way", async () => {
  const accountId = await makeAccount();
  const actorId = await makeMember(accountId);
  await populate(accountId);
  const runs = () => database.sql`
    select to_jsonb(e) - 'epoch' - 'driver' as run from enrollments e where account_id = ${accountId} order by id`;
  const before = await runs();
  const act = { kind: "pause", until: null } as const;
  const { bulkActId } = await startBulkAct(accountId, {
    ...{ act, filter: { status: "active" }, actorId, now: new Date() },
  });
  const actNow = async () => (await database.sql`select * from bulk_acts where id = ${bulkActId}`)[0];
  const told = async (kind: string) => {
    const [row] = await database.sql`
      select count(*)::int as rows, count(distinct enrollment_id)::int as runs from ledger
      where account_id = ${accountId} and kind = ${kind}`;
    return row;
  };

  await crashAt(LOCKS.withinChunk);
  expect(await actNow()).toMatchObject({ status: "running", seen: 1_000, changed: 1_000 });
  expect(await told("paused")).toEqual({ rows: 1_000, runs: 1_000 });

  await crashAt(LOCKS.commitUnheard);
  expect(await actNow()).toMatchObject({ status: "done", seen: PEOPLE, changed: PEOPLE });

  await undoBulkAct(accountId, { bulkActId, actorId, now: new Date() });
  await crashAt(LOCKS.withinUndo);
  expect(await actNow()).toMatchObject({ status: "undoing", restored: 0 });
  const last = await begin();
  await expect.poll(actNow, PATIENCE).toMatchObject({ status: "undone", restored: PEOPLE, kept: 0 });
  // The durable run that nobody heard the end of has been finished, too, and has done nothing again.
  const open = () => database.sql`select from executor.run where status = 0`;
  await expect.poll(open, PATIENCE).toEqual([]);
  await kill(last);
  expect(await told("paused")).toEqual({ rows: PEOPLE, runs: PEOPLE });
  expect(await runs()).toEqual(before);
});
