import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeInbox, makeMember, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { clockAt, DAY, later, MINUTE, messageFrom, NOW } from "@/lib/engine/fixtures/arrange";
import { receive } from "@/lib/engine/receive";
import { cancelBulkAct, startBulkAct, undoBulkAct } from "./bulk-acts";
import { recentBulkActs } from "./bulk-acts-data";
import { previewBulkAct } from "./bulk-acts-preview";
import { bulkActTurn } from "./bulk-acts-turn";
import { restartBulks } from "./lost-bulks";
import type { RunAct } from "./run-change";
import type { EnrollmentFilter } from "./schema";

const database = useTestDatabase();
let accountId: AccountId;
let actorId: string;
let inboxId: string;
let sequence: Awaited<ReturnType<typeof makeSequence>>;

beforeEach(async () => {
  accountId = await makeAccount();
  actorId = await makeMember(accountId);
  inboxId = (await makeInbox(accountId)).id;
  sequence = await makeSequence(accountId, {
    steps: [makeStep(), makeStep({ wait: { amount: 1, unit: "days" } })],
  });
});

/** People with a phone number and a run each, which stands before its first step. */
const populate = (count: number, over: { status?: string; endReason?: string } = {}) => database.sql`
  with people as (
    insert into contacts (account_id, name) select ${accountId}, 'Ana ' || n from generate_series(1, ${count}::int) n
    returning id
  ), reached as (
    insert into contact_identities (account_id, contact_id, kind, value)
    select ${accountId}, id, 'phone', '+5511' || row_number() over (order by id) + 900000000 from people
    on conflict do nothing
  )
  insert into enrollments (account_id, sequence_id, version_id, contact_id, step_id, status, end_reason, wait_from_at,
    next_action_at, next_because, enrolled_at)
  select ${accountId}, ${sequence.sequenceId}, ${sequence.versionId}, id, ${sequence.snapshot.steps[0]?.id ?? null},
    ${over.status ?? "active"}, ${over.endReason ?? null}, ${NOW}, ${later(DAY)}, 'not_due', ${NOW}
  from people`;

const PAUSE: RunAct = { kind: "pause", until: null };
const ACTIVE: EnrollmentFilter = { status: "active" };
const start = (act: RunAct = PAUSE, filter: EnrollmentFilter = ACTIVE) =>
  startBulkAct(accountId, { act, filter, actorId, now: NOW });
type Part = "do" | "undo";
const turn = (bulkActId: string, act: Part = "do", now = later(MINUTE)) =>
  bulkActTurn({ accountId, bulkActId, act }, clockAt(now));
async function carryOut(bulkActId: string, act: Part = "do") {
  while ((await turn(bulkActId, act)).kind === "more");
}
const undo = async (bulkActId: string, now = later(2 * MINUTE)) => {
  await undoBulkAct(accountId, { bulkActId, actorId, now });
  await carryOut(bulkActId, "undo");
};
const progressOf = async (id: string) =>
  (await recentBulkActs(accountId, later(MINUTE))).find((one) => one.id === id);
const first = async <Row>(rows: PromiseLike<readonly Row[]>) => (await rows)[0];
const countOf = async (status: string): Promise<number> =>
  (await database.sql`select from enrollments where account_id = ${accountId} and status = ${status}`).length;
/** Everything of every run but the counters of the engine. */
const runs = () => database.sql`
  select to_jsonb(e) - 'epoch' - 'driver' as run from enrollments e where account_id = ${accountId} order by id`;
/** How many entries of this kind the ledger has, and of how many runs. */
const toldOf = (kind: string) =>
  first(database.sql`
    select count(*)::int as rows, count(distinct enrollment_id)::int as runs from ledger
    where account_id = ${accountId} and kind = ${kind}`);

describe("an act on all runs that match", () => {
  it("reaches each of 10,000 once, although it changes whether they match, and tells each who did it", async () => {
    await populate(10_000);
    const { bulkActId, total } = await start();
    expect(total).toBe(10_000);
    expect(await turn(bulkActId)).toEqual({ kind: "more" });
    expect(await progressOf(bulkActId)).toMatchObject({ status: "running", seen: 1_000, changed: 1_000 });
    await carryOut(bulkActId);
    expect(await progressOf(bulkActId)).toMatchObject({
      ...{ act: PAUSE, filter: ACTIVE, status: "done", total: 10_000, seen: 10_000, changed: 10_000 },
      ...{ isUndoable: true, restored: 0, kept: 0 },
    });
    expect(await countOf("paused")).toBe(10_000);
    expect(await toldOf("paused")).toEqual({ rows: 10_000, runs: 10_000 });
    const [woken] = await database.sql`
      select count(*)::int as events from outbox o join enrollments e on o.data->>'enrollmentId' = e.id::text
      where e.account_id = ${accountId}`;
    expect(woken).toEqual({ events: 10_000 });
  });

  it("on 1,000 runs that are named one by one reaches these, once each, and no other", async () => {
    await populate(1_200);
    const named = await database.sql<{ id: string }[]>`
      select id from enrollments where account_id = ${accountId} order by id desc limit 990`;
    const ids = named.map(({ id }) => id);
    // Some twice, and some that nobody knows.
    const filter = { ids: [...ids, ...ids.slice(0, 5), ...Array.from({ length: 5 }, () => randomUUID())] };
    const { bulkActId, total } = await start(PAUSE, filter);
    expect(total).toBe(990);
    await carryOut(bulkActId);
    expect(await progressOf(bulkActId)).toMatchObject({ status: "done", seen: 990, changed: 990 });
    const paused = await database.sql<{ id: string }[]>`
      select id from enrollments where account_id = ${accountId} and status = 'paused' order by id desc`;
    expect(paused.map(({ id }) => id)).toEqual(ids);
  });

  it("leaves those alone that begin after it, and those that ceased to match before their turn", async () => {
    await populate(1_500);
    const { bulkActId } = await start();
    await populate(10);
    await turn(bulkActId);
    const [last] = await database.sql<{ id: string }[]>`
      update enrollments set status = 'ended', end_reason = 'replied' where id in (
        select id from enrollments where account_id = ${accountId} and status = 'active' order by id limit 1)
      returning id`;
    await carryOut(bulkActId);
    expect(await progressOf(bulkActId)).toMatchObject({ status: "done", total: 1_500, seen: 1_499 });
    expect(await countOf("active")).toBe(10);
    expect(await database.sql`select from ledger where enrollment_id = ${last?.id ?? null}`).toHaveLength(0);
  });

  it("killed at its last line before the commit has done nothing of the chunk, and goes on", async () => {
    await populate(2_500);
    const { bulkActId } = await start();
    await turn(bulkActId);
    await database.sql`
      create function power_cut() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$`;
    await database.sql`
      create constraint trigger power_cut after update on bulk_acts deferrable initially deferred
      for each row execute function power_cut()`;
    await expect(turn(bulkActId)).rejects.toThrow("power cut");
    await database.sql`drop trigger power_cut on bulk_acts`;
    expect(await progressOf(bulkActId)).toMatchObject({ status: "running", seen: 1_000, changed: 1_000 });
    expect(await countOf("paused")).toBe(1_000);
    // The durable engine asks again, and so does another worker that took it for lost.
    await Promise.all([carryOut(bulkActId), carryOut(bulkActId)]);
    expect(await progressOf(bulkActId)).toMatchObject({ status: "done", seen: 2_500, changed: 2_500 });
    expect(await toldOf("paused")).toEqual({ rows: 2_500, runs: 2_500 });
  });

  it("stops after the chunk when it is canceled, and that much can be taken back", async () => {
    await populate(2_500);
    const before = await runs();
    const { bulkActId } = await start();
    await turn(bulkActId);
    await cancelBulkAct(accountId, { bulkActId, now: later(MINUTE) });
    expect(await turn(bulkActId)).toEqual({ kind: "done" });
    expect(await progressOf(bulkActId)).toMatchObject({
      status: "canceled",
      changed: 1_000,
      isUndoable: true,
    });
    await expect(cancelBulkAct(accountId, { bulkActId, now: NOW })).rejects.toMatchObject({
      message: "bulk_over",
    });
    await undo(bulkActId);
    expect(await runs()).toEqual(before);
  });

  it.each<[string, (step: string) => RunAct]>([
    ["pause", () => ({ kind: "pause", until: later(DAY) })],
    ["stop", () => ({ kind: "stop" })],
    ["move", (stepId) => ({ kind: "move", stepId })],
    ["send now", () => ({ kind: "send_now" })],
    ["reschedule", () => ({ kind: "reschedule", at: later(DAY) })],
  ])("taken back leaves every column as it was: %s", async (_, actOf) => {
    await populate(1_200);
    const before = await runs();
    const { bulkActId } = await start(actOf(sequence.snapshot.steps[1]?.id ?? ""));
    await carryOut(bulkActId);
    expect(await runs()).not.toEqual(before);
    await undo(bulkActId);
    expect(await runs()).toEqual(before);
    expect(await progressOf(bulkActId)).toMatchObject({
      ...{ status: "undone", restored: 1_200, kept: 0, isUndoable: false },
    });
  });

  it("taken back keeps what went on by itself meanwhile, and says how many", async () => {
    await populate(50);
    const { bulkActId } = await start();
    await carryOut(bulkActId);
    await database.sql`
      update enrollments set epoch = epoch + 1, status = 'active', paused_until = null where id in (
        select id from enrollments where account_id = ${accountId} order by id limit 7)`;
    await undo(bulkActId);
    expect(await progressOf(bulkActId)).toMatchObject({ status: "undone", restored: 43, kept: 7 });
  });

  it("taken back by two workers at once restores each run once", async () => {
    await populate(2_500);
    const { bulkActId } = await start();
    await carryOut(bulkActId);
    await undoBulkAct(accountId, { bulkActId, actorId, now: later(MINUTE) });
    await Promise.all([carryOut(bulkActId, "undo"), carryOut(bulkActId, "undo")]);
    expect(await progressOf(bulkActId)).toMatchObject({ status: "undone", restored: 2_500, kept: 0 });
    expect(await toldOf("undone")).toEqual({ rows: 2_500, runs: 2_500 });
  });

  it("is taken back once, within a day, and not while it is under way", async () => {
    await populate(1_001);
    const { bulkActId } = await start();
    const refused = expect.objectContaining({ message: "bulk_act_not_undoable" });
    const take = (now: Date) => undoBulkAct(accountId, { bulkActId, actorId, now });
    await turn(bulkActId);
    await expect(take(later(MINUTE))).rejects.toEqual(refused);
    await carryOut(bulkActId);
    await expect(take(later(2 * DAY))).rejects.toEqual(refused);
    const answers = await Promise.allSettled([take(later(MINUTE)), take(later(MINUTE))]);
    expect(answers.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("gives way to replies that arrive while it runs", async () => {
    await populate(1_500);
    const { bulkActId } = await start({ kind: "stop" });
    const phones = await database.sql<{ value: string }[]>`
      select value from contact_identities where account_id = ${accountId} order by value limit 40`;
    const replies = phones.map(({ value }) =>
      receive(accountId, { inboxId, events: [messageFrom(value)], now: later(MINUTE) }),
    );
    await Promise.all([carryOut(bulkActId), ...replies]);
    const ends = await database.sql<{ reason: string; runs: number }[]>`
      select end_reason as reason, count(*)::int as runs from enrollments where account_id = ${accountId} group by 1`;
    expect(ends.reduce((sum, { runs: some }) => sum + some, 0)).toBe(1_500);
    const { changed } = (await progressOf(bulkActId)) ?? {};
    expect(ends.find(({ reason }) => reason === "stopped")?.runs).toBe(changed);
    expect(await toldOf("ended")).toEqual({ rows: 1_500, runs: 1_500 });
  });

  it("meets another over the same runs without a deadlock, and a third is refused", async () => {
    await populate(3_000);
    const [pause, stop] = [await start(), await start({ kind: "stop" })];
    await expect(start()).rejects.toMatchObject({ code: "conflict", message: "bulk_acts_busy" });
    await Promise.all([carryOut(pause.bulkActId), carryOut(stop.bulkActId)]);
    const [paused, stopped] = [await progressOf(pause.bulkActId), await progressOf(stop.bulkActId)];
    expect([paused?.status, stopped?.status]).toEqual(["done", "done"]);
    // Stopping asks for active runs, too: each run was either paused in time or stopped.
    expect(await countOf("active")).toBe(0);
    expect((await countOf("paused")) + (stopped?.changed ?? 0)).toBe(3_000);
    // Both are over: there is a place again, and nobody to act on.
    await expect(start()).rejects.toMatchObject({ message: "bulk_act_none" });
  });

  it("of nobody is refused in words, and so is a moment that is past", async () => {
    await expect(start()).rejects.toMatchObject({ code: "invalid", message: "bulk_act_none" });
    await populate(1);
    await expect(start(PAUSE, { sequence: randomUUID() })).rejects.toMatchObject({
      message: "bulk_act_none",
    });
    await expect(start({ kind: "reschedule", at: later(-1) })).rejects.toMatchObject({
      message: "moment_past",
    });
  });

  it("on runs that are over changes none, and says so before and after", async () => {
    await populate(30, { status: "ended", endReason: "replied" });
    await populate(5);
    const preview = await previewBulkAct(accountId, { filter: {}, act: { kind: "stop" }, now: NOW });
    expect(preview).toMatchObject({ total: 35, isOver: false, changed: 5, leftAlone: { ended: 30 } });
    expect(preview.sample.runs).toHaveLength(5);
    const { bulkActId } = await start({ kind: "stop" }, { status: "ended" });
    await carryOut(bulkActId);
    expect(await progressOf(bulkActId)).toMatchObject({
      ...{ status: "done", seen: 30, changed: 0, isUndoable: false },
    });
  });

  it.each<[string, RunAct, object]>([
    ["already", { kind: "resume" }, { changed: 2, leftAlone: { already: 3 } }],
    ["paused", { kind: "send_now" }, { changed: 3, leftAlone: { paused: 2 } }],
    ["no such step", { kind: "move", stepId: randomUUID() }, { changed: 0, leftAlone: { step_gone: 5 } }],
  ])("is looked at before, with why it leaves some alone: %s", async (_, act, expected) => {
    await populate(3);
    await populate(2, { status: "paused" });
    expect(await previewBulkAct(accountId, { filter: {}, act, now: NOW })).toMatchObject({
      total: 5,
      ...expected,
    });
    expect(await countOf("active")).toBe(3);
  });

  it("whose durable run was lost is begun again, and so is what takes it back", async () => {
    await populate(3);
    const { bulkActId } = await start();
    const begun = () => database.sql<{ act: string }[]>`
      select data->>'act' as act from outbox where data->>'bulkActId' = ${bulkActId} order by seq`;
    await restartBulks(later(5 * MINUTE));
    expect(await begun()).toHaveLength(1);
    await restartBulks(later(11 * MINUTE));
    expect(await begun()).toEqual([{ act: "do" }, { act: "do" }]);
    await carryOut(bulkActId);
    await undoBulkAct(accountId, { bulkActId, actorId, now: later(12 * MINUTE) });
    await restartBulks(later(31 * MINUTE));
    expect((await begun()).map(({ act }) => act)).toEqual(["do", "do", "undo", "undo"]);
  });
});
